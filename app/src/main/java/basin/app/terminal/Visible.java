package basin.app.terminal;

/// Makes text safe to show: values of a database must neither break a line nor reach the terminal as commands.
public final class Visible {
    private Visible() {}

    /// `text` with its control characters written out, as `\n`, `\t` or `\u001b`.
    public static String text(String text) {
        if (text.chars().noneMatch(Visible::commands)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            switch (c) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                    if (commands(c)) {
                        shown.append(String.format("\\u%04x", c));
                    } else {
                        shown.append((char) c);
                    }
                }
            }
        });
        return shown.toString();
    }

    /// Control characters, line and paragraph separators, and the marks that turn the direction of writing
    /// around.
    private static boolean commands(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
