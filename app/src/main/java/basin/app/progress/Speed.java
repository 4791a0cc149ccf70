package basin.app.progress;

import java.util.ArrayDeque;
import java.util.Deque;

/// How fast something has grown over the last seconds. For one thread at a time.
final class Speed {

    private static final long WINDOW_NANOS = 5_000_000_000L;

    /// Below this span a speed would be noise.
    private static final long LEAST_NANOS = 200_000_000L;

    private record Sample(long nanos, long amount) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /// Notes the amount at a time not before the last one noted.
    void note(long nanos, long amount) {
        samples.addLast(new Sample(nanos, amount));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    /// Per second; 0 while too little is known.
    long perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        long span = last.nanos() - first.nanos();
        return span < LEAST_NANOS ? 0 : Math.round((double) (last.amount() - first.amount()) * 1e9 / (double) span);
    }
}
