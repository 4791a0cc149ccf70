package basin.engine.sql;

import java.util.ArrayList;
import java.util.List;

/// Cuts statements into words, without comments and white space.
///
/// It only serves to find the edges of things that the parser has already understood; what a statement
/// means is never decided by it.
public final class Tokens {

    private final SqlText text;
    private final int end;
    private int at;

    private Tokens(SqlText text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    /// The words between two offsets of a text.
    public static List<Token> of(SqlText text, int from, int to) {
        return new Tokens(text, from, to).all();
    }

    /// The words of a whole text.
    public static List<Token> of(SqlText text) {
        return of(text, 0, text.length());
    }

    private List<Token> all() {
        List<Token> tokens = new ArrayList<>();
        while (skipBlanks()) {
            tokens.add(next());
        }
        return tokens;
    }

    private boolean skipBlanks() {
        while (at < end) {
            if (look(0) == '-' && look(1) == '-') {
                at = lineEnd();
            } else if (look(0) == '/' && look(1) == '*') {
                at = commentEnd();
            } else if (look(0) <= ' ' && look(0) >= 0) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private Token next() {
        int start = at;
        int c = look(0);
        if (c == '"') {
            return token(Token.Kind.QUOTED, start, quoteEnd(at + 1, '"', false));
        }
        if (c == '\'') {
            return token(Token.Kind.STRING, start, quoteEnd(at + 1, '\'', false));
        }
        if ((c == 'e' || c == 'E') && look(1) == '\'') {
            return token(Token.Kind.STRING, start, quoteEnd(at + 2, '\'', true));
        }
        if (c == '$' && dollarTagEnd() > 0) {
            return token(Token.Kind.STRING, start, dollarEnd(dollarTagEnd()));
        }
        if (isWordStart(c)) {
            int i = at + 1;
            while (i < end && isWordPart(text.at(i))) {
                i++;
            }
            return token(Token.Kind.WORD, start, i);
        }
        return token(Token.Kind.SIGN, start, at + 1);
    }

    private Token token(Token.Kind kind, int start, int stop) {
        at = stop;
        return new Token(kind, text.slice(start, stop), start, stop);
    }

    private int look(int ahead) {
        return at + ahead < end ? text.at(at + ahead) : 0;
    }

    private int lineEnd() {
        int i = at;
        while (i < end && text.at(i) != '\n') {
            i++;
        }
        return i;
    }

    /// The offset behind a comment; comments may hold comments.
    private int commentEnd() {
        int depth = 0;
        int i = at;
        while (i + 1 < end) {
            boolean opens = text.at(i) == '/' && text.at(i + 1) == '*';
            boolean closes = text.at(i) == '*' && text.at(i + 1) == '/';
            depth += opens ? 1 : closes ? -1 : 0;
            i += opens || closes ? 2 : 1;
            if (depth == 0) {
                return i;
            }
        }
        return end;
    }

    /// The offset behind the closing quote; a doubled one does not close, nor, where `escapes`, one behind
    /// a backslash.
    private int quoteEnd(int from, char quote, boolean escapes) {
        int i = from;
        while (i < end) {
            if (escapes && text.at(i) == '\\') {
                i += 2;
            } else if (text.at(i) != quote) {
                i++;
            } else if (i + 1 < end && text.at(i + 1) == quote) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return end;
    }

    /// The offset behind the opening `$tag$`, or 0 if this is none.
    private int dollarTagEnd() {
        int i = at + 1;
        while (i < end && isWordPart(text.at(i)) && text.at(i) != '$') {
            i++;
        }
        boolean startsWithDigit = i > at + 1 && Character.isDigit(text.at(at + 1));
        return i < end && text.at(i) == '$' && !startsWithDigit ? i + 1 : 0;
    }

    private int dollarEnd(int body) {
        String tag = text.slice(at, body);
        for (int i = body; i + tag.length() <= end; i++) {
            if (text.at(i) == '$' && text.slice(i, i + tag.length()).equals(tag)) {
                return i + tag.length();
            }
        }
        return end;
    }

    private static boolean isWordStart(int c) {
        return c < 0 || c == '_' || Character.isLetter(c);
    }

    private static boolean isWordPart(int c) {
        return isWordStart(c) || c == '$' || Character.isDigit(c);
    }
}
