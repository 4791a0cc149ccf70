package basin.app.progress;

import java.time.Duration;

/// A task at one moment.
///
/// @param rows           done so far, as far as is known of those that were done before this run too
/// @param expectedRows   0 where nobody knows
/// @param expectedBytes  0 where nobody knows
/// @param rowsPerSecond  0 where nobody knows yet
/// @param bytesPerSecond 0 where nobody knows yet
/// @param elapsed        since its first advance, until now or its end
/// @param reason         why it failed; empty unless it did
record TaskView(
        String name,
        Phase phase,
        long rows,
        long bytes,
        long expectedRows,
        long expectedBytes,
        long rowsPerSecond,
        long bytesPerSecond,
        Duration elapsed,
        String reason) {

    enum Phase {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    boolean hasEnded() {
        return phase == Phase.DONE || phase == Phase.FAILED;
    }

    /// What is done, from 0 to 1; -1 where nobody knows. Expectations are estimates: a task that has outgrown
    /// its own is nearly done, never more.
    double fraction() {
        if (phase == Phase.DONE) {
            return 1;
        }
        return expected() == 0 ? -1 : Math.min((double) present() / (double) expected(), 0.99);
    }

    /// Seconds until it is done; -1 where nobody knows.
    double secondsLeft() {
        long speed = expectedBytes > 0 ? bytesPerSecond : rowsPerSecond;
        return expected() == 0 || speed <= 0 ? -1 : (double) Math.max(0, expected() - present()) / (double) speed;
    }

    /// In bytes where those are known, as they say more of the work than rows do.
    private long expected() {
        return expectedBytes > 0 ? expectedBytes : expectedRows;
    }

    private long present() {
        return expectedBytes > 0 ? bytes : rows;
    }
}
