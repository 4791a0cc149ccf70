package basin.connect.postgres.types;

import basin.core.rows.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The text form of a composite value into a struct: `(1,"a, b",)`, where nothing is null.
///
/// @param fields read the text forms of the fields
record StructText(List<Decoder> fields) implements Decoder {

    @Override
    public void decode(byte[] message, int at, int length, Column into) throws Unfit {
        List<Column> children = into.children();
        Quoted parts = new Quoted(message, at + 1);
        for (int i = 0; i < fields.size(); i++) {
            parts.next(',', ')');
            if (parts.length == 0 && !parts.inQuotes) {
                children.get(i).appendNull();
            } else {
                try {
                    fields.get(i).decode(parts.bytes, parts.start, parts.length, children.get(i));
                } catch (Unfit unfit) {
                    throw unfit.within(new String(message, at, length, StandardCharsets.UTF_8));
                }
            }
            boolean last = parts.end() == ')';
            if (last != (i == fields.size() - 1)) {
                throw StructDecoder.otherFields(last ? i + 1 + " fields" : "more fields", fields.size());
            }
            parts.skip();
        }
        into.appendParts();
    }
}
