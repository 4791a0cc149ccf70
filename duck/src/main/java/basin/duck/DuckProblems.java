package basin.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What DuckDB says went wrong, told so that its reader can act on it. DuckDB gives no codes: its messages
/// start with the kind of error, and that is what is told apart here.
final class DuckProblems {

    private static final Pattern WITHIN = Pattern.compile("\"exception_message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private DuckProblems() {}

    static ProblemException of(String message) {
        return new ProblemException(problem(message));
    }

    private static Problem problem(String message) {
        if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
            return Problem.failed("the disk is full", Place.NOWHERE)
                    .because(innermost(message))
                    .advise("make room, or move the lake or the temporary folder to a larger disk");
        }
        if (message.contains("max_temp_directory_size")) {
            return Problem.failed("the temporary folder has reached its limit", Place.NOWHERE)
                    .because(message.startsWith("{") ? firstLine(message) : innermost(message))
                    .advise("give it more room, or raise 'memory' in basin.yml so that less is spilled");
        }
        if (message.startsWith("Out of Memory Error")) {
            return Problem.failed("the memory limit is too small for this", Place.NOWHERE)
                    .because(innermost(message))
                    .advise("raise 'memory' in basin.yml, or ask for less at once");
        }
        if (message.startsWith("INTERRUPT Error")) {
            return Problem.interrupted("the statement was cancelled", Place.NOWHERE);
        }
        if (isMistake(message)) {
            return Problem.wrong("DuckDB does not accept the statement", Place.NOWHERE)
                    .because(firstLine(withoutKind(message)));
        }
        return Problem.failed("DuckDB could not run the statement", Place.NOWHERE)
                .because(firstLine(message));
    }

    private static boolean isMistake(String message) {
        return List.of("Parser Error", "Binder Error", "Catalog Error", "Permission Error", "Not implemented Error")
                .stream()
                .anyMatch(message::startsWith);
    }

    private static String withoutKind(String message) {
        return message.substring(message.indexOf(": ") + 2);
    }

    /// What a thread that worked in the background said; it comes as JSON within the message. What follows its first
    /// line is advice to whoever can change DuckDB's settings.
    private static String innermost(String message) {
        Matcher inner = WITHIN.matcher(message);
        return inner.find()
                ? firstLine(inner.group(1).replace("\\n", "\n").replaceAll("\\\\(.)", "$1"))
                : firstLine(message);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
