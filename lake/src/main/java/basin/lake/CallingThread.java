package basin.lake;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/// Does at once, in the thread that asks, what it is given.
///
/// Iceberg gives the manifests of a commit to a pool, and looks every 10 ms whether they are done, several
/// times for each commit. Where the few that there are lie on this machine, that is many times what reading
/// them takes.
///
/// It holds nothing, so there is no end of it to be asked for.
final class CallingThread extends AbstractExecutorService {
    static final CallingThread INSTANCE = new CallingThread();

    private CallingThread() {}

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void shutdown() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Runnable> shutdownNow() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
