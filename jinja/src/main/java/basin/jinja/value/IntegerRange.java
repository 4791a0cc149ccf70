package basin.jinja.value;

import java.util.AbstractList;
import java.util.RandomAccess;

/// What `range()` gives: whole numbers in equal steps, none of them stored.
public final class IntegerRange extends AbstractList<Long> implements RandomAccess {
    private final long start;
    private final long stop;
    private final long step;
    private final int size;

    /// @param step not zero; the range must not hold more numbers than an int counts
    public IntegerRange(long start, long stop, long step) {
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.size = Math.toIntExact(size(start, stop, step));
    }

    /// How many numbers such a range holds.
    public static long size(long start, long stop, long step) {
        long distance = step > 0 ? Math.subtractExact(stop, start) : Math.subtractExact(start, stop);
        return distance <= 0 ? 0 : (distance - 1) / Math.absExact(step) + 1;
    }

    /// Every so many of the numbers from one index to another.
    public IntegerRange slice(int from, int to, int by) {
        return new IntegerRange(start + from * step, start + to * step, step * by);
    }

    @Override
    public Long get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return start + index * step;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String toString() {
        return "range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")";
    }
}
