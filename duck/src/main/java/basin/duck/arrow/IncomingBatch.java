package basin.duck.arrow;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import basin.core.rows.Batch;
import basin.core.rows.Column;
import basin.core.rows.Type;
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
            Column column = columns.get(i);
            if (column.type() == Type.Primitive.BOOLEAN) {
                appendBooleans(array, column);
            } else {
                column.copyOf(array.length(), array.buffers());
                copy(array.children(), column.children());
            }
        }
    }

    /// Where it must lose nothing (UUIDs would become text), DuckDB writes a boolean into a byte of its own: the
    /// canonical extension type `arrow.bool8`.
    private static void appendBooleans(ArrayStruct array, Column column) {
        MemorySegment validity = array.buffers().get(0).reinterpret((array.length() + 7L) >> 3);
        MemorySegment bytes = array.buffers().get(1).reinterpret(array.length());
        for (int row = 0; row < array.length(); row++) {
            if (validity.address() != 0 && (validity.get(JAVA_BYTE, row >> 3) >> (row & 7) & 1) == 0) {
                column.appendNull();
            } else {
                column.appendBoolean(bytes.get(JAVA_BYTE, row) != 0);
            }
        }
    }
}
