package basin.app.workplace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, or a polite kill: whoever works is told to stop, and the process ends as soon as it has let go of
/// everything, or after some seconds if it has not. The JVM then exits with 128 and the signal's number: 130
/// after Ctrl-C.
public final class Interruption {

    /// Whatever is not finished by then is as safe as after a power cut, which every commit is made for.
    private static final long PATIENCE_SECONDS = 3;

    private final List<Runnable> stops = new CopyOnWriteArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean happened;
    private volatile boolean worthWaiting;

    /// Passes signals that end this process on to the calling thread, which is interrupted.
    public void watch() {
        Thread worker = Thread.currentThread();
        stops.add(worker::interrupt);
        Runtime.getRuntime().addShutdownHook(new Thread(this::endProcess, "interruption"));
    }

    /// Has `stop` run when the work is to be given up: at once if that has happened. It is run on another
    /// thread and must return soon.
    public void onInterrupt(Runnable stop) {
        stops.add(stop);
        if (happened) {
            stop.run();
        }
    }

    /// Says that something is open which is better closed than abandoned. Before that, the process ends at
    /// once.
    public void awaitFinish() {
        worthWaiting = true;
    }

    /// Gives up the work.
    public void interrupt() {
        happened = true;
        stops.forEach(Runnable::run);
    }

    /// Whether the work is to be given up.
    public boolean happened() {
        return happened;
    }

    /// Says that everything has been let go of.
    public void finished() {
        finished.countDown();
    }

    private void endProcess() {
        if (finished.getCount() == 0) {
            return;
        }
        interrupt();
        if (!worthWaiting) {
            return;
        }
        try {
            var _ = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
