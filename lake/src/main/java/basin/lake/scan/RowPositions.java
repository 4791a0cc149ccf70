package basin.lake.scan;

import basin.duck.DuckConnection;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The places of rows, brought from DuckDB as one bit string per file instead of one object per row.
final class RowPositions {

    private RowPositions() {}

    /// Fetches places.
    ///
    /// @param from what stands after FROM; its columns `file_index` and `file_row_number`, both from 0,
    ///             are read
    /// @param most the most rows that one of the files has
    /// @return by the number of a file the numbers of its rows; files without any are left out
    static Map<Integer, BitSet> fetch(DuckConnection connection, String from, long most) {
        // A multiple of eight, so that the bytes of a bit string begin with its first bit.
        long bits = Math.max(1, (most + Byte.SIZE - 1) / Byte.SIZE) * Byte.SIZE;
        Map<Integer, BitSet> found = new TreeMap<>();
        for (List<@Nullable Object> row :
                connection.fetch("SELECT file_index::INTEGER, bitstring_agg(file_row_number, 0, " + (bits - 1)
                        + ")::BLOB FROM " + from + " GROUP BY file_index")) {
            found.put((Integer) Objects.requireNonNull(row.get(0)), bits((byte[]) Objects.requireNonNull(row.get(1))));
        }
        return found;
    }

    /// DuckDB counts the bits of a byte from its left, Java from its right.
    private static BitSet bits(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> (Integer.SIZE - Byte.SIZE));
        }
        return BitSet.valueOf(bytes);
    }
}
