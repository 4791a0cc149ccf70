package basin.app.cli;

import basin.app.log.Logs;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.lang.System.Logger.Level;

/// Turns whatever was thrown into problems. The only place where an exception that nobody foresaw becomes a
/// message: its trace goes to the log, not to the user.
final class Unforeseen {

    private static final System.Logger LOG = System.getLogger(Unforeseen.class.getName());

    private Unforeseen() {}

    static ProblemException asProblems(Throwable thrown, Logs logs) {
        if (thrown instanceof ProblemException known) {
            if (known.getCause() != null && known.exitCode() == Problem.Exit.FAILED.code()) {
                LOG.log(Level.WARNING, "what lies behind a problem that was told", known);
            }
            return known;
        }
        LOG.log(Level.ERROR, "not foreseen", thrown);
        if (thrown instanceof OutOfMemoryError) {
            return new ProblemException(Problem.failed("there is not enough memory for this", Place.NOWHERE)
                    .because(thrown.getMessage())
                    .advise("give the process a larger heap: " + JvmOptions.LARGER_HEAP));
        }
        return new ProblemException(
                Problem.failed("something happened that this version does not foresee", Place.NOWHERE)
                        .because(reason(thrown))
                        .advise(logs.file()
                                .map(file -> "please report it; the details are in " + file)
                                .orElse("please report it; --verbose shows the details")));
    }

    private static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message.strip());
    }
}
