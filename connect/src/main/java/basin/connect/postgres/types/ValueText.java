package basin.connect.postgres.types;

import static basin.connect.postgres.types.BigEndian.getInt;

import basin.core.rows.Column;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Nested values as Postgres writes them out, for where they have no place in a column: so that they are kept, and
/// the server takes them back.
///
/// What is read on the way is appended to the columns given, which the caller undoes.
final class ValueText {

    private ValueText() {}

    /// An array, as `{1,2}`, `{{1,2},{3,4}}` or `[5:6]={1,2}`.
    ///
    /// @param at where its binary form starts, which [ListDecoder] describes; not empty
    static String array(byte[] message, int at, Decoder element, Column elements) {
        int dimensions = getInt(message, at);
        int[] sizes = new int[dimensions];
        StringBuilder bounds = new StringBuilder();
        boolean numberedFromOne = true;
        for (int i = 0; i < dimensions; i++) {
            int dimension = at + ListDecoder.HEADER + i * ListDecoder.PER_DIMENSION;
            sizes[i] = getInt(message, dimension);
            int lower = getInt(message, dimension + Integer.BYTES);
            numberedFromOne &= lower == 1;
            bounds.append('[')
                    .append(lower)
                    .append(':')
                    .append(lower + sizes[i] - 1)
                    .append(']');
        }
        List<String> texts = new ArrayList<>();
        int next = at + ListDecoder.HEADER + dimensions * ListDecoder.PER_DIMENSION;
        int count = 1;
        for (int size : sizes) {
            count *= size;
        }
        for (int i = 0; i < count; i++) {
            int bytes = getInt(message, next);
            next += Integer.BYTES;
            texts.add(bytes < 0 ? "NULL" : quoted(text(message, next, bytes, element, elements), "NULL"));
            next += Math.max(bytes, 0);
        }
        for (int i = dimensions - 1; i >= 0; i--) {
            texts = grouped(texts, sizes[i]);
        }
        return (numberedFromOne ? "" : bounds + "=") + texts.getFirst();
    }

    /// A composite value, as `(1,"a, b",)`.
    ///
    /// @param at where its binary form starts, which [StructDecoder] describes
    static String composite(byte[] message, int at, List<Decoder> fields, List<Column> columns) {
        List<String> texts = new ArrayList<>();
        int next = at + Integer.BYTES;
        for (int i = 0; i < fields.size(); i++) {
            int bytes = getInt(message, next + Integer.BYTES);
            next += 2 * Integer.BYTES;
            texts.add(bytes < 0 ? "" : quoted(text(message, next, bytes, fields.get(i), columns.get(i)), ""));
            next += Math.max(bytes, 0);
        }
        return "(" + String.join(",", texts) + ")";
    }

    private static String text(byte[] message, int at, int bytes, Decoder decoder, Column into) {
        try {
            decoder.decode(message, at, bytes, into);
            return into.get(into.size() - 1) instanceof byte[] binary
                    ? "\\x" + HexFormat.of().formatHex(binary)
                    : String.valueOf(into.get(into.size() - 1));
        } catch (Unfit unfit) {
            into.appendNull();
            return unfit.text();
        }
    }

    private static List<String> grouped(List<String> texts, int size) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += size) {
            groups.add("{" + String.join(",", texts.subList(i, i + size)) + "}");
        }
        return groups;
    }

    /// @param taken what a bare text would be mistaken for
    private static String quoted(String text, String taken) {
        boolean bare = !text.isEmpty()
                && !text.equalsIgnoreCase(taken)
                && text.chars().noneMatch(c -> c <= ' ' || "{}(),\"\\".indexOf(c) >= 0);
        return bare ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
