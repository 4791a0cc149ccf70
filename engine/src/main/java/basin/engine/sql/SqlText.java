package basin.engine.sql;

import basin.core.problem.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A statement as somebody typed it. DuckDB counts positions in bytes of UTF-8; people count lines and
/// columns.
public final class SqlText {

    private final String text;
    private final byte[] utf8;

    public SqlText(String text) {
        this(text, text.getBytes(StandardCharsets.UTF_8));
    }

    private SqlText(String text, byte[] utf8) {
        this.text = text;
        this.utf8 = utf8;
    }

    /// How many bytes it has.
    public int length() {
        return utf8.length;
    }

    byte at(int offset) {
        return utf8[offset];
    }

    /// The text of the bytes from `from` to before `to`.
    public String slice(int from, int to) {
        return new String(utf8, from, to - from, StandardCharsets.UTF_8);
    }

    /// The same text with the bytes from `from` to before `to` blanked out; line breaks stay, so that every
    /// other byte keeps its line and column.
    public SqlText blank(int from, int to) {
        byte[] blanked = utf8.clone();
        for (int i = from; i < to; i++) {
            if (blanked[i] != '\n' && blanked[i] != '\r') {
                blanked[i] = ' ';
            }
        }
        return new SqlText(new String(blanked, StandardCharsets.UTF_8), blanked);
    }

    /// The same text with other words from `from` to before `to`.
    public SqlText replace(int from, int to, String words) {
        return new SqlText(slice(0, from) + words + slice(to, utf8.length));
    }

    /// Where the `length` bytes from `offset` on are, as people count. An offset outside is the end of the
    /// text.
    ///
    /// @param length 0 where only the start is known
    public Place place(int offset, int length) {
        int start = offset < 0 || offset > utf8.length ? utf8.length : offset;
        int end = Math.min(utf8.length, start + Math.max(0, length));
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < start; i++) {
            if (utf8[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Place.InStatement(text, line, codePoints(lineStart, start) + 1, codePoints(start, end));
    }

    /// Whether a stretch of the text is made of whole words.
    public boolean isWhole(int offset, int length) {
        List<Token> tokens = Tokens.of(this);
        return tokens.stream().anyMatch(token -> token.start() == offset)
                && tokens.stream().anyMatch(token -> token.end() == offset + length);
    }

    /// The first place where a name or a keyword stands; empty where it stands nowhere.
    public Optional<Place> find(String word) {
        return Tokens.of(this).stream()
                .filter(token -> token.is(word) || token.text().equals("\"" + word + "\""))
                .map(token -> place(token.start(), token.end() - token.start()))
                .findFirst();
    }

    private int codePoints(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if ((utf8[i] & 0xC0) != 0x80) {
                count++;
            }
        }
        return count;
    }

    @Override
    public String toString() {
        return text;
    }
}
