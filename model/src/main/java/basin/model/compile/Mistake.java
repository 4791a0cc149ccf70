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
record Mistake(MacroLibrary macros, Node node) {
    private static final Pattern UNKNOWN = Pattern.compile("'(\\w+)' is undefined");

    ProblemException of(JinjaException failure) {
        Place.InFile file = node.identity().place();
        ProblemException mistake =
                TemplateProblem.exception(failure, file, node.code().firstLine());
        String advice = advice(failure);
        if (advice == null) {
            return mistake;
        }
        List<Problem> problems = mistake.problems().stream()
                .map(problem -> problem.advise(advice))
                .toList();
        return new ProblemException(problems);
    }

    private @Nullable String advice(JinjaException failure) {
        Matcher unknown = UNKNOWN.matcher(failure.reason());
        return failure.kind() == JinjaException.Kind.UNDEFINED && unknown.find()
                ? macros.suggest(unknown.group(1))
                : null;
    }
}
