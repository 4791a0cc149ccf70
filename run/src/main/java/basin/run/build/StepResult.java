package basin.run.build;

import basin.core.problem.Problem;
import basin.model.compile.Compiled;
import basin.model.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one step.
///
/// @param thread the name of the thread it ran on
/// @param rows how many rows it wrote; -1 where that is not known, or it wrote none
/// @param failures of a test, how many rows are wrong; 0 for anything else
/// @param message what there is to say of a step that did what it should; null if nothing
/// @param compiled null where it was not compiled, or is a unit test
/// @param problems why it failed; empty if it did not
public record StepResult(
        Resource resource,
        Outcome outcome,
        Instant startedAt,
        Duration took,
        String thread,
        long rows,
        long failures,
        @Nullable String message,
        @Nullable Compiled compiled,
        List<Problem> problems) {
    public StepResult {
        problems = List.copyOf(problems);
    }

    /// How a step ended.
    public enum Outcome {
        /// What it makes was made.
        SUCCESS,
        /// What it makes is as it would be if it were made again.
        UNCHANGED,
        /// What it needs failed, or the build was stopped before its turn.
        SKIPPED,
        /// It could not be done.
        ERROR,
        /// A test found nothing wrong.
        PASS,
        /// A test found something that is no reason to stop.
        WARN,
        /// A test found something wrong.
        FAIL;

        /// Whether what waits for the step may run.
        public boolean isGood() {
            return switch (this) {
                case SUCCESS, UNCHANGED, PASS, WARN -> true;
                case SKIPPED, ERROR, FAIL -> false;
            };
        }
    }

    /// Which step it is.
    public String uniqueId() {
        return resource.uniqueId();
    }
}
