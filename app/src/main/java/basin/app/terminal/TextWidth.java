package basin.app.terminal;

import java.text.BreakIterator;
import java.util.Locale;

/// How many character cells text takes on a terminal: two for the wide letters of East Asia and for emoji
/// (Unicode Standard Annex 11), none for combining marks, one for the rest. What people see as one letter, an
/// emoji family say, is never counted twice nor cut apart (Annex 29).
public final class TextWidth {

    private static final String ELLIPSIS = "…";

    private static final int EMOJI_VARIATION = 0xfe0f;

    private TextWidth() {}

    /// The cells that `text` takes; control characters take none.
    public static int of(String text) {
        if (isPlain(text)) {
            return text.length();
        }
        int width = 0;
        BreakIterator letters = letters(text);
        int start = letters.first();
        for (int end = letters.next(); end != BreakIterator.DONE; start = end, end = letters.next()) {
            width += letter(text, start, end);
        }
        return width;
    }

    /// `text` if it takes at most `cells` (1 or more), otherwise its beginning and `…`, together no wider than
    /// that.
    public static String cut(String text, int cells) {
        if ((text.length() <= cells && isPlain(text)) || of(text) <= cells) {
            return text;
        }
        int width = 0;
        BreakIterator letters = letters(text);
        int start = letters.first();
        for (int end = letters.next(); end != BreakIterator.DONE; start = end, end = letters.next()) {
            width += letter(text, start, end);
            if (width > cells - 1) {
                break;
            }
        }
        return text.substring(0, start) + ELLIPSIS;
    }

    /// `text` and as many blanks as it takes to fill `cells`.
    public static String padRight(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - of(text)));
    }

    /// `text` after as many blanks as it takes to fill `cells`.
    public static String padLeft(String text, int cells) {
        return " ".repeat(Math.max(0, cells - of(text))) + text;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static BreakIterator letters(String text) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        return letters;
    }

    /// The width of one letter is that of its widest part.
    private static int letter(String text, int start, int end) {
        int width = 0;
        for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            width = Math.max(width, c == EMOJI_VARIATION && width > 0 ? 2 : codePoint(c));
        }
        return width;
    }

    private static int codePoint(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115f // Hangul Jamo, leading consonants
                        || (c >= 0x2e80 && c <= 0x303e) // CJK radicals and punctuation
                        || (c >= 0x3041 && c <= 0x33ff) // Kana, Bopomofo, compatibility
                        || (c >= 0x3400 && c <= 0x4dbf)
                        || (c >= 0x4e00 && c <= 0xa4cf) // Han, Yi
                        || (c >= 0xa960 && c <= 0xa97f)
                        || (c >= 0xac00 && c <= 0xd7a3) // Hangul syllables
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xfe30 && c <= 0xfe6f)
                        || (c >= 0xff00 && c <= 0xff60) // full-width forms
                        || (c >= 0xffe0 && c <= 0xffe6)
                        || (c >= 0x17000 && c <= 0x18cff) // Tangut
                        || (c >= 0x1b000 && c <= 0x1b2ff) // historic Kana
                        || (c >= 0x20000 && c <= 0x3fffd)
                        || Character.isEmojiPresentation(c));
    }
}
