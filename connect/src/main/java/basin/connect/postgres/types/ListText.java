package basin.connect.postgres.types;

import basin.core.rows.Column;
import java.nio.charset.StandardCharsets;

/// The text form of an array into a list: `{1,2,NULL}`, `{"a b"}`, `{{1,2},{3,4}}`, `[5:6]={1,2}`.
///
/// @param element reads the text form of an element
/// @param delimiter between two elements
record ListText(Decoder element, char delimiter) implements Decoder {

    @Override
    public void decode(byte[] message, int at, int length, Column into) throws Unfit {
        if (message[at] == '[' || message[at + 1] == '{') {
            throw unfit(message, at, length);
        }
        Column elements = into.children().getFirst();
        Quoted parts = new Quoted(message, at + 1);
        if (!parts.isEmpty('}')) {
            boolean more = true;
            while (more) {
                parts.next(delimiter, '}');
                append(parts, elements, message, at, length);
                more = parts.end() == delimiter;
                parts.skip();
            }
        }
        into.appendParts();
    }

    private void append(Quoted part, Column elements, byte[] message, int at, int length) throws Unfit {
        if (!part.inQuotes && TextDecoders.is(part.bytes, part.start, part.length, "NULL")) {
            elements.appendNull();
            return;
        }
        try {
            element.decode(part.bytes, part.start, part.length, elements);
        } catch (Unfit unfit) {
            throw unfit.within(text(message, at, length));
        }
    }

    /// More than one dimension, or another first number than 1.
    private static Unfit unfit(byte[] message, int at, int length) {
        String text = text(message, at, length);
        String bounds = text.substring(0, text.indexOf('{'));
        int dimensions = bounds.isEmpty()
                ? text.length() - text.replaceFirst("^\\{+", "").length()
                : bounds.length() - bounds.replace("[", "").length();
        return dimensions > 1
                ? new Unfit("an array of " + dimensions + " dimensions", text, "is no list", ListDecoder.REMEDY)
                : new Unfit(
                        "an array that is numbered from " + bounds.substring(1, bounds.indexOf(':')),
                        text,
                        "is no list, which would lose the numbering",
                        ListDecoder.REMEDY);
    }

    private static String text(byte[] message, int at, int length) {
        return new String(message, at, length, StandardCharsets.UTF_8);
    }
}
