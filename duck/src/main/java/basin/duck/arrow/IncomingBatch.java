package basin.duck.arrow;

import basin.core.rows.Batch;
import basin.core.rows.Column;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// A place where a producer puts one `struct ArrowArray` after another, each to be copied into a [Batch].
///
/// For one thread.
public final class IncomingBatch {

    private final ArrayStruct struct = ArrayStruct.allocate(Arena.ofAuto());

    /// Where the producer writes the structure.
    public MemorySegment out() {
        return struct.at();
    }

    /// Copies the rows of the array, column by column, into an empty batch whose types have the array's layout;
    /// then gives the array's memory back.
    public void copyInto(Batch batch) {
        try {
            copy(struct.children(), batch.columns());
            batch.endRows(struct.length());
        } finally {
            struct.release();
        }
    }

    private static void copy(List<ArrayStruct> arrays, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            ArrayStruct array = arrays.get(i);
            if (array.offset() != 0) {
                throw new IllegalStateException("an Arrow array that starts inside its buffers is not understood");
            }
            columns.get(i).copyOf(array.length(), array.buffers());
            copy(array.children(), columns.get(i).children());
        }
    }
}
