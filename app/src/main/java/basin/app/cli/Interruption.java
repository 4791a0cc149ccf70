package basin.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, or a polite kill: whoever works is interrupted, and the process ends as soon as it has let go of
/// everything, or after some seconds if it has not. The JVM then exits with 128 and the signal's number: 130
/// after Ctrl-C.
public final class Interruption {

    /// Whatever is not finished by then is as safe as after a power cut, which every commit is made for.
    private static final long PATIENCE_SECONDS = 3;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean happened;

    /// Passes signals that end this process on to the calling thread.
    public void watch() {
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(worker), "interruption"));
    }

    /// Whether the work is to be given up.
    public boolean happened() {
        return happened;
    }

    /// Says that everything has been let go of.
    public void finished() {
        finished.countDown();
    }

    private void interrupt(Thread worker) {
        if (finished.getCount() == 0) {
            return;
        }
        happened = true;
        worker.interrupt();
        try {
            var _ = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
