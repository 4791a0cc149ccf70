package basin.app.progress;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Does something again and again on a thread of its own, until it is closed.
final class Ticker implements AutoCloseable {

    private final long everyMillis;
    private final Runnable task;
    private final ScheduledExecutorService thread;

    Ticker(long everyMillis, Runnable task) {
        this.everyMillis = everyMillis;
        this.task = task;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory());
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(task, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
