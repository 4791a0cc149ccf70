package basin.model.macro;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.jinja.error.JinjaException;
import basin.jinja.error.MacroCall;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A template's failure, told as a problem of the project: where it happened, and the macros on the way there.
public final class TemplateProblem {
    private TemplateProblem() {}

    /// The problem of a failure.
    ///
    /// @param file the template's file and where it begins; also the problem's place if the failure has none
    /// @param firstLine the line of that file where the template begins, from 1
    public static Problem of(JinjaException failure, Place.InFile file, int firstLine) {
        Problem problem = Problem.wrong(sentence(failure.reason()), place(origin(failure), file, firstLine));
        return problem.because(stack(failure, file, firstLine));
    }

    /// What to throw for a failure. Problems that a host function met keep what they say; those of a statement
    /// are placed in the template that the statement came from, and what has no place in the template that
    /// asked.
    ///
    /// @param statements finds the place of a template for one of a statement; null where the statement does
    /// not hold it
    public static ProblemException exception(
            JinjaException failure,
            Place.InFile file,
            int firstLine,
            Function<Place.InStatement, Place.@Nullable InFile> statements) {
        if (!(failure.getCause() instanceof ProblemException met)) {
            return new ProblemException(of(failure, file, firstLine), failure);
        }
        String stack = stack(failure, file, firstLine);
        Place.InFile asking = place(origin(failure), file, firstLine);
        List<Problem> problems = met.problems().stream()
                .map(problem -> {
                    Place.InFile known = known(problem.place(), statements);
                    return known == null ? problem.at(asking).because(joined(problem.why(), stack)) : problem.at(known);
                })
                .toList();
        return new ProblemException(problems);
    }

    private static Place.@Nullable InFile known(
            Place place, Function<Place.InStatement, Place.@Nullable InFile> statements) {
        return switch (place) {
            case Place.InFile in -> in;
            case Place.InStatement in -> statements.apply(in);
            case Place.InTable _, Place.Service _, Place.Nowhere _ -> null;
        };
    }

    /// Where a failure began, as far as its reader can do something about it: Basin's own macros are passed
    /// over.
    private static basin.jinja.error.@Nullable Place origin(JinjaException failure) {
        return Stream.concat(
                        Stream.ofNullable(failure.place()),
                        failure.calls().stream().map(MacroCall::from).filter(Objects::nonNull))
                .filter(place -> !place.template().startsWith(BuiltInMacros.SHOWN_BELOW))
                .findFirst()
                .orElse(failure.place());
    }

    private static Place.InFile place(basin.jinja.error.@Nullable Place at, Place.InFile file, int firstLine) {
        if (at == null) {
            return file;
        }
        boolean own = at.template().equals(file.file().toString().replace('\\', '/'));
        return new Place.InFile(Path.of(at.template()), own ? at.line() + firstLine - 1 : at.line(), at.column());
    }

    private static @Nullable String stack(JinjaException failure, Place.InFile file, int firstLine) {
        if (failure.calls().isEmpty()) {
            return null;
        }
        return failure.calls().stream()
                .map(call -> "in the macro '" + call.macro() + "'" + from(call, file, firstLine))
                .collect(Collectors.joining(", "));
    }

    private static String from(MacroCall call, Place.InFile file, int firstLine) {
        return call.from() == null ? "" : " called at " + place(call.from(), file, firstLine);
    }

    private static @Nullable String joined(@Nullable String why, @Nullable String stack) {
        if (why == null || stack == null) {
            return why == null ? stack : why;
        }
        return why + "; " + stack;
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
