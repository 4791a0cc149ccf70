package basin.jinja.syntax;

import basin.jinja.operation.StringEscapes;
import basin.jinja.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts a template into tokens: text, and what stands between `{{` and `}}` and between `{%` and `%}`. Comments go.
final class Lexer {
    private static final List<String> OPERATORS = List.of(
            "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<",
            "=", ".", ":", "|", ",", ";");

    private final Source source;
    private final String text;
    private final WhiteSpace whiteSpace;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(Source source, WhiteSpace whiteSpace) {
        this.source = source;
        this.whiteSpace = whiteSpace;
        boolean dropLast = !whiteSpace.keepTrailingNewline() && source.text().endsWith("\n");
        this.text = dropLast ? source.text().substring(0, source.text().length() - 1) : source.text();
    }

    static List<Token> tokens(Source source, WhiteSpace whiteSpace) {
        Lexer lexer = new Lexer(source, whiteSpace);
        lexer.template();
        return lexer.tokens;
    }

    private void template() {
        for (int tag = nextTag(at); tag >= 0; tag = nextTag(at)) {
            textUntil(tag);
            switch (text.charAt(tag + 1)) {
                case '#' -> comment(tag);
                case '%' -> block(tag);
                default -> print(tag);
            }
        }
        if (at < text.length()) {
            add(Kind.TEXT, text.substring(at), at, text.length());
        }
        add(Kind.END, "", text.length(), text.length());
    }

    /// The offset of the next `{{`, `{%` or `{#`, or -1.
    private int nextTag(int from) {
        for (int open = text.indexOf('{', from); open >= 0; open = text.indexOf('{', open + 1)) {
            if (open + 1 < text.length() && "{%#".indexOf(text.charAt(open + 1)) >= 0) {
                return open;
            }
        }
        return -1;
    }

    private void textUntil(int tag) {
        int end = beforeTag(tag);
        if (end > at) {
            add(Kind.TEXT, text.substring(at, end), at, end);
        }
    }

    /// Where the text before a tag ends, once the white space that the tag takes is gone.
    private int beforeTag(int tag) {
        int end = tag;
        char sign = tag + 2 < text.length() ? text.charAt(tag + 2) : ' ';
        if (sign == '-') {
            while (end > at && isSpace(text.charAt(end - 1))) {
                end--;
            }
        } else if (sign != '+' && whiteSpace.lstripBlocks() && text.charAt(tag + 1) != '{') {
            while (end > at && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
                end--;
            }
            boolean startsLine = end == 0 || text.charAt(end - 1) == '\n';
            return startsLine ? end : tag;
        }
        return end;
    }

    private void comment(int tag) {
        int close = text.indexOf("#}", tag + 2);
        if (close < 0) {
            throw source.mistake(tag, "this comment is not closed: '#}' is missing");
        }
        at = afterTag(close + 2, text.charAt(close - 1));
    }

    /// Where text goes on after a block tag or comment.
    ///
    /// @param end after the tag
    /// @param sign what stands before the closing brace: `-` takes all white space, `+` none
    private int afterTag(int end, char sign) {
        int next = end;
        if (sign == '-') {
            while (next < text.length() && isSpace(text.charAt(next))) {
                next++;
            }
        } else if (sign != '+' && whiteSpace.trimBlocks() && next < text.length() && text.charAt(next) == '\n') {
            next++;
        }
        return next;
    }

    private void block(int tag) {
        int inside = afterSign(tag + 2);
        int word = skipSpace(inside);
        if (text.startsWith("raw", word)) {
            int close = blockClose(skipSpace(word + 3));
            if (close >= 0) {
                raw(tag, close);
                return;
            }
        }
        add(Kind.BLOCK_BEGIN, "{%", tag, inside);
        at = inside;
        inside(tag, Kind.BLOCK_END, "%}");
    }

    private void print(int tag) {
        int inside = afterSign(tag + 2);
        add(Kind.PRINT_BEGIN, "{{", tag, inside);
        at = inside;
        inside(tag, Kind.PRINT_END, "}}");
    }

    private int afterSign(int from) {
        boolean signed = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+');
        return signed ? from + 1 : from;
    }

    /// What Python takes for white space: no-break spaces, too.
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private int skipSpace(int from) {
        int next = from;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /// The offset after a block tag's end that starts here, with its sign; -1 where none does.
    private int blockClose(int from) {
        int brace = afterSign(from);
        return text.startsWith("%}", brace) ? brace + 2 : -1;
    }

    private void raw(int tag, int opened) {
        at = afterTag(opened, text.charAt(opened - 3));
        for (int next = text.indexOf("{%", at); next >= 0; next = text.indexOf("{%", next + 2)) {
            int word = skipSpace(afterSign(next + 2));
            if (text.startsWith("endraw", word)) {
                int close = blockClose(skipSpace(word + 6));
                if (close >= 0) {
                    textUntil(next);
                    at = afterTag(close, text.charAt(close - 3));
                    return;
                }
            }
        }
        throw source.mistake(tag, "this 'raw' block is not closed: '{% endraw %}' is missing");
    }

    /// Reads tokens up to the end of a tag. Within brackets and braces nothing ends it.
    private void inside(int tag, Kind endKind, String end) {
        StringBuilder open = new StringBuilder();
        while (true) {
            at = skipSpace(at);
            if (at >= text.length()) {
                throw source.mistake(
                        tag, "this '" + text.substring(tag, tag + 2) + "' is not closed: '" + end + "' is missing");
            }
            if (open.isEmpty() && ends(endKind, end)) {
                return;
            }
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                string(c);
            } else if (c >= '0' && c <= '9') {
                number();
            } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
                name();
            } else {
                operator(open);
            }
        }
    }

    private boolean ends(Kind endKind, String end) {
        int brace = at;
        char sign = text.charAt(at);
        if (sign == '-' || (sign == '+' && endKind == Kind.BLOCK_END)) {
            brace++;
        }
        if (!text.startsWith(end, brace)) {
            return false;
        }
        int start = at;
        int close = brace + end.length();
        if (endKind == Kind.BLOCK_END) {
            at = afterTag(close, sign);
        } else {
            at = sign == '-' ? skipSpace(close) : close;
        }
        add(endKind, end, start, at);
        return true;
    }

    private void string(char quote) {
        int start = at;
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw source.mistake(start, "this string is not closed: " + quote + " is missing");
        }
        String written = text.substring(start + 1, end);
        at = end + 1;
        add(Kind.STRING, StringEscapes.resolve(written), start, at);
    }

    private void name() {
        int start = at;
        while (at < text.length() && Character.isUnicodeIdentifierPart(text.charAt(at))) {
            at++;
        }
        add(Kind.NAME, text.substring(start, at), start, at);
    }

    private void number() {
        int start = at;
        if (text.charAt(at) == '0' && at + 1 < text.length() && "xXoObB".indexOf(text.charAt(at + 1)) >= 0) {
            at += 2;
            while (at < text.length() && (Character.digit(text.charAt(at), 16) >= 0 || text.charAt(at) == '_')) {
                at++;
            }
            add(Kind.INTEGER, text.substring(start, at), start, at);
            return;
        }
        digits();
        boolean member = !tokens.isEmpty() && tokens.getLast().isOperator(".");
        boolean whole = true;
        if (!member && at + 1 < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
            at++;
            digits();
            whole = false;
        }
        if (!member && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = afterSign(at + 1);
            if (isDigit(exponent)) {
                at = exponent;
                digits();
                whole = false;
            }
        }
        add(whole ? Kind.INTEGER : Kind.FLOAT, text.substring(start, at), start, at);
    }

    private void digits() {
        while (isDigit(at) || (at < text.length() && text.charAt(at) == '_' && isDigit(at + 1))) {
            at++;
        }
    }

    private boolean isDigit(int offset) {
        return offset < text.length() && text.charAt(offset) >= '0' && text.charAt(offset) <= '9';
    }

    private void operator(StringBuilder open) {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                balance(operator.charAt(0), open);
                add(Kind.OPERATOR, operator, at, at + operator.length());
                at += operator.length();
                return;
            }
        }
        throw source.mistake(at, "unexpected character '" + text.charAt(at) + "'");
    }

    private void balance(char c, StringBuilder open) {
        switch (c) {
            case '(' -> open.append(')');
            case '[' -> open.append(']');
            case '{' -> open.append('}');
            case ')', ']', '}' -> {
                if (open.isEmpty()) {
                    throw source.mistake(at, "unexpected '" + c + "'");
                }
                char expected = open.charAt(open.length() - 1);
                if (expected != c) {
                    throw source.mistake(at, "unexpected '" + c + "', expected '" + expected + "'");
                }
                open.setLength(open.length() - 1);
            }
            default -> {}
        }
    }

    private void add(Kind kind, String value, int start, int end) {
        tokens.add(new Token(kind, value, start, end));
    }
}
