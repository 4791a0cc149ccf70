package basin.app.progress;

import basin.app.terminal.Screen;
import java.util.function.LongSupplier;

/// The tasks of one command, and the place where lines may be written while they run. Safe to use from several
/// threads.
public interface Progress extends AutoCloseable {

    /// Starts showing progress as `screen` allows.
    ///
    /// @param nanos a clock in nanoseconds
    static Progress on(Screen screen, LongSupplier nanos) {
        return screen.isLive() ? LiveProgress.start(screen, nanos) : PlainProgress.start(screen, nanos);
    }

    /// Shows progress in plain lines, whatever `screen` allows.
    static Progress inLines(Screen screen, LongSupplier nanos) {
        return PlainProgress.start(screen, nanos);
    }

    /// Shows nothing at all.
    static Progress silent() {
        return new SilentProgress();
    }

    /// Announces a task; it counts as waiting until its first [Task#advance].
    ///
    /// @param name          what it works on: a table
    /// @param expectedRows  about how many rows it will have; 0 where nobody knows
    /// @param expectedBytes about how many bytes; 0 where nobody knows
    Task task(String name, long expectedRows, long expectedBytes);

    /// Shows that something is being done, and for how long: as long as it lasts on a terminal, elsewhere in a line
    /// every few seconds. What came of it is for [#say].
    ///
    /// @param what a line that its time is written behind
    Watch watch(String what);

    /// Writes a line that stays, above what is being drawn.
    void say(String line);

    /// Draws a last time and stops. Tasks that have not ended are left as they are.
    @Override
    void close();
}
