package basin.connect.postgres.types;

import static basin.connect.postgres.types.BigEndian.getInt;

import basin.core.rows.Column;
import java.util.List;

/// A composite value into a struct.
///
/// The binary form: the number of fields, and for each its type and its value behind its length, or -1 for null.
record StructDecoder(List<Decoder> fields) implements Decoder {

    @Override
    public void decode(byte[] message, int at, int length, Column into) throws Unfit {
        int count = getInt(message, at);
        if (count != fields.size()) {
            throw otherFields(count + " fields", fields.size());
        }
        List<Column> children = into.children();
        int next = at + Integer.BYTES;
        for (int i = 0; i < count; i++) {
            int bytes = getInt(message, next + Integer.BYTES);
            next += 2 * Integer.BYTES;
            if (bytes < 0) {
                children.get(i).appendNull();
            } else {
                try {
                    fields.get(i).decode(message, next, bytes, children.get(i));
                } catch (Unfit unfit) {
                    throw unfit.within(ValueText.composite(message, at, fields, children));
                }
                next += bytes;
            }
        }
        into.appendParts();
    }

    /// Of a value whose type was changed.
    static Unfit otherFields(String found, int expected) {
        return new Unfit(
                "a value of " + found,
                "does not fit its type, which had " + expected + " fields when the load began",
                "run the load again");
    }
}
