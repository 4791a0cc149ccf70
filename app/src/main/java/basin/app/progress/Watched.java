package basin.app.progress;

import basin.app.terminal.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// What is being done, in the order in which it began. For any thread.
final class Watched {
    private final LongSupplier nanos;
    private final List<Timed> open = new ArrayList<>();

    private record Timed(String what, long start) {}

    Watched(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized Watch begin(String what) {
        Timed timed = new Timed(what, nanos.getAsLong());
        open.add(timed);
        return () -> end(timed);
    }

    private synchronized void end(Timed timed) {
        open.remove(timed);
    }

    /// A line for each, with the time it has taken so far.
    synchronized List<String> lines() {
        long now = nanos.getAsLong();
        return open.stream()
                .map(timed -> timed.what() + " " + Figures.duration(Duration.ofNanos(now - timed.start())))
                .toList();
    }
}
