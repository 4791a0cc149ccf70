package basin.jinja.operation;

/// What backslashes mean in a string literal, as in Python: an unknown one stays as it is.
public final class StringEscapes {
    private StringEscapes() {}

    public static String resolve(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); ) {
            char c = written.charAt(at);
            if (c == '\\' && at + 1 < written.length()) {
                at = escape(written, at + 1, text);
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    /// Resolves the escape whose letter stands at an offset; the offset after it.
    private static int escape(String written, int at, StringBuilder text) {
        char c = written.charAt(at);
        switch (c) {
            case '\n' -> {}
            case '\\', '\'', '"' -> text.append(c);
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'a' -> text.append('\u0007');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'v' -> text.append('\u000b');
            case 'x' -> {
                return codePoint(written, at, 2, 16, text);
            }
            case 'u' -> {
                return codePoint(written, at, 4, 16, text);
            }
            case 'U' -> {
                return codePoint(written, at, 8, 16, text);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int digits = 1;
                while (digits < 3
                        && at + digits < written.length()
                        && Character.digit(written.charAt(at + digits), 8) >= 0) {
                    digits++;
                }
                return codePoint(written, at - 1, digits, 8, text);
            }
            default -> text.append('\\').append(c);
        }
        return at + 1;
    }

    private static int codePoint(String written, int letter, int digits, int radix, StringBuilder text) {
        int end = letter + 1 + digits;
        try {
            text.appendCodePoint(Integer.parseInt(written.substring(letter + 1, end), radix));
            return end;
        } catch (IllegalArgumentException | IndexOutOfBoundsException notACharacter) {
            text.append('\\').append(written.charAt(letter));
            return letter + 1;
        }
    }
}
