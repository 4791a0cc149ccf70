package basin.engine.workspace.duck;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file that a statement names and may not open, told as what it is to people.
final class ForeignFile {
    private static final Pattern REFUSED = Pattern.compile("(?i)cannot access (?:file|directory) '(.+?)\\*?'.*");
    private static final Pattern FAR = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*");

    private ForeignFile() {}

    /// What went wrong in words of the project, if it is about such a file; otherwise as it is.
    static ProblemException told(ProblemException thrown) {
        Problem first = thrown.problems().getFirst();
        Problem told = told(first);
        return told.equals(first) ? thrown : new ProblemException(told, thrown);
    }

    private static Problem told(Problem problem) {
        Matcher refused = REFUSED.matcher(problem.what());
        if (!refused.matches()) {
            return problem;
        }
        String file = refused.group(1);
        if (FAR.matcher(file).matches()) {
            return Problem.failed("statements of a project do not read the network: '" + file + "'", problem.place())
                    .advise("bring the file into the project's folder, or let a source load it into the lake");
        }
        return Problem.failed("the file '" + file + "' lies outside of the project", problem.place())
                .because("it is neither in the project's folder nor in one of its packages'")
                .advise("move it there, or name its folder in basin.yml: 'files: [...]'");
    }
}
