package basin.core.rows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Where each value of variable length ends: n + 1 offsets of 32 bits for n values, the first 0.
final class Offsets {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Memory memory = new Memory();

    Offsets() {
        memory.ensure(Integer.BYTES);
        memory.segment().set(INT, 0, 0);
    }

    /// The value in `row` ends at `end`.
    void end(int row, int end) {
        long offset = (row + 1L) * Integer.BYTES;
        memory.ensure(offset + Integer.BYTES);
        memory.segment().set(INT, offset, end);
    }

    /// Where the value of `row` starts; for the number of rows, where the last one ends.
    int start(int row) {
        return memory.segment().get(INT, (long) row * Integer.BYTES);
    }

    /// Takes over the offsets of `size` values, the first of which starts at 0.
    void copy(int size, MemorySegment source) {
        if (size > 0) {
            memory.copy(source, (size + 1L) * Integer.BYTES);
        }
    }

    MemorySegment segment() {
        return memory.segment();
    }

    void free() {
        memory.free();
    }
}
