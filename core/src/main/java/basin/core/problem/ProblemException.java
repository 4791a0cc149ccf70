package basin.core.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries one or more problems to whoever tells the user. The message is the problems in plain text; the stack
/// trace is for developers and is never shown to the user.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// @param problems at least one, in the order in which they are to be shown
    public ProblemException(List<Problem> problems) {
        this(problems, null);
    }

    public ProblemException(Problem problem) {
        this(List.of(problem), null);
    }

    /// @param cause the exception that revealed the problem, for the log; null if there was none
    public ProblemException(Problem problem, @Nullable Throwable cause) {
        this(List.of(problem), cause);
    }

    private ProblemException(List<Problem> problems, @Nullable Throwable cause) {
        super(ProblemText.of(problems), cause);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a ProblemException needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /// What is wrong: never empty.
    public List<Problem> problems() {
        return problems;
    }

    /// Whether trying again makes sense: [Problem.Kind#TRANSIENT] only if that holds for every problem, and
    /// [Problem.Kind#UNKNOWN] as soon as one of them may or may not have happened.
    public Problem.Kind kind() {
        if (problems.stream().anyMatch(p -> p.kind() == Problem.Kind.UNKNOWN)) {
            return Problem.Kind.UNKNOWN;
        }
        boolean waitingHelps = problems.stream().allMatch(p -> p.kind() == Problem.Kind.TRANSIENT);
        return waitingHelps ? Problem.Kind.TRANSIENT : Problem.Kind.ACTION;
    }

    /// The exit code of a command that ends with these problems: 2 as soon as the project or the arguments are
    /// wrong, otherwise 1.
    public int exitCode() {
        return problems.stream().mapToInt(p -> p.exit().code()).max().orElse(1);
    }
}
