package basin.model.compile;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.jinja.error.JinjaException;
import basin.model.macro.MacroLibrary;
import basin.model.macro.TemplateProblem;
import basin.model.resource.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A failure of a node's template as a problem of its file.
///
/// @param macros whose names an unknown name is held against
/// @param compiled the node's SQL, whose lines are followed back to the template; null while there is none
record Mistake(MacroLibrary macros, Node node, @Nullable Compiled compiled) {
    ProblemException of(JinjaException failure) {
        Place.InFile file = node.identity().place();
        ProblemException mistake =
                TemplateProblem.exception(failure, file, node.code().firstLine(), this::template);
        String advice = Remedy.of(failure, macros, node);
        if (advice == null) {
            return mistake;
        }
        List<Problem> problems = mistake.problems().stream()
                .map(problem -> problem.advise(advice))
                .toList();
        return new ProblemException(problems);
    }

    private Place.@Nullable InFile template(Place.InStatement in) {
        return compiled == null ? null : compiled.origin(in);
    }
}
