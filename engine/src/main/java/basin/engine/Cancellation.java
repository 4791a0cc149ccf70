package basin.engine;

import java.util.ArrayList;
import java.util.List;

/// A switch that stops what it was handed to: thrown once, from any thread, before or after the work began.
public final class Cancellation {

    private final List<Runnable> stops = new ArrayList<>();
    private boolean cancelled;

    /// Stops the work. It ends soon, on its own thread, with a problem that says so. Further calls do nothing.
    public void cancel() {
        List<Runnable> now;
        synchronized (this) {
            cancelled = true;
            now = List.copyOf(stops);
            stops.clear();
        }
        now.forEach(Runnable::run);
    }

    /// Has `stop` run when somebody cancels, on the thread that does; at once where somebody has already.
    ///
    /// @return what takes `stop` back
    public Runnable onCancel(Runnable stop) {
        synchronized (this) {
            if (!cancelled) {
                stops.add(stop);
                return () -> forget(stop);
            }
        }
        stop.run();
        return () -> {};
    }

    private synchronized void forget(Runnable stop) {
        stops.remove(stop);
    }
}
