package basin.connect.postgres.types;

import java.util.Arrays;

/// A walk over the text form of an array or a composite value, part by part. A part that has characters
/// of the form itself stands in quotes, where a backslash, or in composite values a quote, precedes
/// each quote and backslash.
///
/// After each [#next] the part is in [#bytes] from [#start] on, [#length] bytes of it, without its
/// quotes.
final class Quoted {

    private final byte[] text;
    private int at;

    byte[] bytes;
    int start;
    int length;

    /// Whether the part stood in quotes: then it is a value, even if it is empty or called NULL.
    boolean inQuotes;

    /// @param at where the first part starts
    Quoted(byte[] text, int at) {
        this.text = text;
        this.at = at;
        this.bytes = text;
    }

    /// The character behind the last part: a delimiter, or the end.
    byte end() {
        return text[at];
    }

    /// Whether there is no part at all.
    boolean isEmpty(char close) {
        return text[at] == close;
    }

    /// Goes to the next part.
    ///
    /// @param delimiter between two parts
    /// @param close behind the last one
    void next(char delimiter, char close) {
        inQuotes = text[at] == '"';
        if (inQuotes) {
            quoted();
            return;
        }
        start = at;
        bytes = text;
        while (text[at] != delimiter && text[at] != close) {
            at++;
        }
        length = at - start;
    }

    /// Goes over the delimiter.
    void skip() {
        at++;
    }

    private void quoted() {
        at++;
        int first = at;
        while (text[at] != '"' && text[at] != '\\') {
            at++;
        }
        if (text[at] == '"' && text[at + 1] != '"') {
            bytes = text;
            start = first;
            length = at - first;
            at++;
            return;
        }
        byte[] plain = Arrays.copyOfRange(text, first, first + Math.max(16, 2 * (at - first)));
        int size = at - first;
        while (true) {
            if (text[at] == '"' && (at + 1 == text.length || text[at + 1] != '"')) {
                break;
            }
            if (text[at] == '"' || text[at] == '\\') {
                at++;
            }
            if (size == plain.length) {
                plain = Arrays.copyOf(plain, 2 * size);
            }
            plain[size++] = text[at++];
        }
        at++;
        bytes = plain;
        start = 0;
        length = size;
    }
}
