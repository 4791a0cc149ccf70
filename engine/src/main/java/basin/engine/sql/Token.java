package basin.engine.sql;

/// A word of a statement.
///
/// @param start its first byte
/// @param end   the byte behind its last
public record Token(Kind kind, String text, int start, int end) {

    public enum Kind {
        /// A keyword or a name without quotes.
        WORD,
        /// A name in double quotes.
        QUOTED,
        /// Text in single quotes or between dollar quotes.
        STRING,
        /// One character that is nothing of the above: a bracket, an operator, a digit.
        SIGN
    }

    /// Whether it is this keyword, in any case.
    public boolean is(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    public boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    /// Whether it can be a part of the name of a table; DuckDB takes text for a name where it must be one.
    public boolean isName() {
        return kind != Kind.SIGN;
    }

    /// The name or the text that it stands for, without quotes.
    public String meaning() {
        return switch (kind) {
            case WORD, SIGN -> text;
            case QUOTED -> text.substring(1, text.length() - 1).replace("\"\"", "\"");
            case STRING -> text.substring(1, text.length() - 1).replace("''", "'");
        };
    }
}
