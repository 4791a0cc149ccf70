package basin.app.progress;

/// One thing that is being done, which has nothing to count but its time. Closed when it has ended, by any thread.
public interface Watch extends AutoCloseable {
    @Override
    void close();
}
