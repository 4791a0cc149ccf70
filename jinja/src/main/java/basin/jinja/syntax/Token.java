package basin.jinja.syntax;

/// A piece of a template.
///
/// @param text what was written; the value of a string
/// @param start offset of its first character in the source
/// @param end offset after its last, with the white space that it swallows
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        TEXT,
        PRINT_BEGIN,
        PRINT_END,
        BLOCK_BEGIN,
        BLOCK_END,
        NAME,
        INTEGER,
        FLOAT,
        STRING,
        OPERATOR,
        END
    }

    boolean is(Kind other, String wanted) {
        return kind == other && text.equals(wanted);
    }

    boolean isName(String name) {
        return is(Kind.NAME, name);
    }

    boolean isOperator(String operator) {
        return is(Kind.OPERATOR, operator);
    }

    /// As it is named in an error's sentence.
    String description() {
        return switch (kind) {
            case TEXT -> "text";
            case PRINT_BEGIN -> "'{{'";
            case PRINT_END -> "'}}'";
            case BLOCK_BEGIN -> "'{%'";
            case BLOCK_END -> "'%}'";
            case STRING -> "the string '" + text + "'";
            case NAME, INTEGER, FLOAT, OPERATOR -> "'" + text + "'";
            case END -> "the end of the template";
        };
    }
}
