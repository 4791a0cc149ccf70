package basin.model.artifact;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of one node in a run.
///
/// @param threadId the name of the thread it ran on
/// @param seconds how long it took
/// @param message what there is to say; null if nothing
/// @param failures of a test, the rows it found; null for anything else
/// @param response what the engine answered, such as `rows_affected`
/// @param compiled null if it was not compiled
/// @param relationName the table or view it made, in SQL; null if it made none
public record RunResult(
        String uniqueId,
        Status status,
        List<Timing> timings,
        String threadId,
        double seconds,
        @Nullable String message,
        @Nullable Long failures,
        Map<String, @Nullable Object> response,
        @Nullable Compiled compiled,
        @Nullable String relationName) {

    /// How it ended.
    public enum Status {
        /// Of anything that makes something.
        SUCCESS,
        ERROR,
        SKIPPED,
        PARTIAL_SUCCESS,
        NO_OP,
        /// Of tests.
        PASS,
        FAIL,
        WARN;

        /// dbt's word: `success`, `partial success`, `no-op`.
        public String word() {
            return this == NO_OP ? "no-op" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// When a part of it ran.
    ///
    /// @param name `compile` or `execute`
    public record Timing(String name, Instant startedAt, Instant completedAt) {}
}
