package basin.model.compile;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.jinja.error.JinjaException;
import basin.model.macro.MacroLibrary;
import basin.model.macro.TemplateProblem;
import basin.model.resource.Node;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A failure of a node's template as a problem of its file.
///
/// @param macros whose names an unknown name is held against
/// @param compiled the node's SQL, whose lines are followed back to the template; null while there is none
record Mistake(MacroLibrary macros, Node node, @Nullable Compiled compiled) {
    private static final Pattern UNKNOWN = Pattern.compile("'(\\w+)' is undefined");

    ProblemException of(JinjaException failure) {
        Place.InFile file = node.identity().place();
        ProblemException mistake =
                TemplateProblem.exception(failure, file, node.code().firstLine(), this::template);
        String advice = advice(failure);
        if (advice == null) {
            return mistake;
        }
        List<Problem> problems = mistake.problems().stream()
                .map(problem -> problem.advise(advice))
                .toList();
        return new ProblemException(problems);
    }

    /// The place in the node's file that a place in a statement comes from; null if the statement does not hold
    /// the node's SQL there.
    private Place.@Nullable InFile template(Place.InStatement in) {
        if (compiled == null || compiled.sql().isBlank()) {
            return null;
        }
        String sql = compiled.sql().strip();
        int start = in.statement().indexOf(sql);
        if (start < 0) {
            return null;
        }
        int linesBefore = newLines(in.statement().substring(0, start));
        int blankLines = newLines(compiled.sql().substring(0, compiled.sql().indexOf(sql)));
        int line = compiled.lines().fileLine(in.line() - linesBefore + blankLines);
        return line == 0 ? null : new Place.InFile(node.identity().place().file(), line, 0);
    }

    private static int newLines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private @Nullable String advice(JinjaException failure) {
        Matcher unknown = UNKNOWN.matcher(failure.reason());
        return failure.kind() == JinjaException.Kind.UNDEFINED && unknown.find()
                ? macros.suggest(unknown.group(1))
                : null;
    }
}
