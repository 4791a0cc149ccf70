package basin.jinja.syntax;

import basin.jinja.error.JinjaException;
import basin.jinja.error.Place;
import basin.jinja.syntax.Token.Kind;
import java.util.List;

/// The tokens of one template, read from front to back.
final class TokenStream {
    private final Source source;
    private final List<Token> tokens;
    private int next;

    TokenStream(Source source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(next);
    }

    Token following() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token taken = tokens.get(next);
        if (taken.kind() != Kind.END) {
            next++;
        }
        return taken;
    }

    boolean is(Kind kind) {
        return current().kind() == kind;
    }

    boolean isName(String name) {
        return current().isName(name);
    }

    boolean isOperator(String operator) {
        return current().isOperator(operator);
    }

    boolean skipName(String name) {
        return isName(name) && take().isName(name);
    }

    boolean skipOperator(String operator) {
        return isOperator(operator) && take().isOperator(operator);
    }

    Token expect(Kind kind, String what) {
        if (!is(kind)) {
            throw unexpected(what);
        }
        return take();
    }

    Token expectOperator(String operator) {
        if (!isOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
        return take();
    }

    String expectName(String what) {
        return expect(Kind.NAME, what).text();
    }

    Place place() {
        return place(current());
    }

    Place place(Token token) {
        return source.place(token.start());
    }

    /// The mistake that something else stands here than has to.
    JinjaException unexpected(String expected) {
        return mistake("expected " + expected + ", found " + current().description());
    }

    JinjaException mistake(String reason) {
        return source.mistake(current().start(), reason);
    }

    JinjaException mistake(Token where, String reason) {
        return source.mistake(where.start(), reason);
    }
}
