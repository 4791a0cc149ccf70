package basin.app.demo.company.draw;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// The decisions about one thing, in the order in which its maker asks for them. Uses `StrictMath`, so that
/// every processor throws the same. Not for use by several threads.
public final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// Evenly spread over `[0, 1)`.
    public double fraction() {
        return random.nextDouble();
    }

    /// Evenly spread over `[from, to)`.
    public double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /// Evenly spread over `from..to`, both included.
    public int whole(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    /// Evenly spread over `from..to`, both included.
    public long whole(long from, long to) {
        return random.nextLong(from, to + 1);
    }

    public long bits() {
        return random.nextLong();
    }

    /// A random UUID (RFC 9562, version 4).
    public UUID uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low);
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// Around `median`, half of the throws on either side, with a long tail upwards; `spread` is the standard
    /// deviation of the logarithm.
    public double around(double median, double spread) {
        return median * StrictMath.exp(spread * normal());
    }

    /// A waiting time with this mean.
    public double waiting(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /// How often it went on, where each time it goes on with this probability; at most `limit`.
    public int streak(double goesOn, int limit) {
        int count = 0;
        while (count < limit && chance(goesOn)) {
            count++;
        }
        return count;
    }

    /// The sum of twelve even throws is close enough to the normal distribution, and cut off at six deviations.
    private double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
