package basin.model.macro;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.jinja.error.JinjaException;
import basin.jinja.error.MacroCall;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A template's failure, told as a problem of the project: where it happened, and the macros on the way there.
public final class TemplateProblem {
    private TemplateProblem() {}

    /// The problem of a failure.
    ///
    /// @param file the template's file and where it begins; also the problem's place if the failure has none
    /// @param firstLine the line of that file where the template begins, from 1
    public static Problem of(JinjaException failure, Place.InFile file, int firstLine) {
        Problem problem = Problem.wrong(sentence(failure.reason()), place(failure.place(), file, firstLine));
        return problem.because(stack(failure, file, firstLine));
    }

    /// What to throw for a failure. Problems that a host function met keep what they say, and learn the template's
    /// place
    /// where they have none in a file.
    public static ProblemException exception(JinjaException failure, Place.InFile file, int firstLine) {
        if (!(failure.getCause() instanceof ProblemException met)) {
            return new ProblemException(of(failure, file, firstLine), failure);
        }
        String stack = stack(failure, file, firstLine);
        List<Problem> problems = met.problems().stream()
                .map(problem -> problem.place() instanceof Place.InFile
                        ? problem
                        : problem.at(place(failure.place(), file, firstLine)).because(joined(problem.why(), stack)))
                .toList();
        return new ProblemException(problems);
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
