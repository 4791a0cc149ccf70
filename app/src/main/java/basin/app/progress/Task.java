package basin.app.progress;

/// One thing that is worked on. Safe to use from several threads; costs some nanoseconds.
public interface Task {

    /// So much more is done.
    void advance(long rows, long bytes);

    /// So much was done already before this run: it counts as done, but not for the speed.
    void resume(long rows, long bytes);

    /// It is complete. Further calls have no effect.
    void done();

    /// It ended without being complete. Further calls have no effect.
    ///
    /// @param reason a few words; the whole problem is told elsewhere
    void failed(String reason);
}
