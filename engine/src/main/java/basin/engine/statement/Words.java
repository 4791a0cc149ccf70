package basin.engine.statement;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.engine.sql.SqlText;
import basin.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The words of a statement, read from the left to the right.
final class Words {

    private final SqlText text;
    private final List<Token> tokens;
    private int at;

    Words(SqlText text, List<Token> tokens) {
        this.text = text;
        this.tokens = List.copyOf(tokens);
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /// Whether these keywords come next.
    boolean comes(String... keywords) {
        return comesAt(at, keywords);
    }

    /// Whether the next is this character.
    boolean comesSign(char sign) {
        return !atEnd() && tokens.get(at).isSign(sign);
    }

    /// Goes past these keywords, if they come next.
    boolean skip(String... keywords) {
        boolean comes = comes(keywords);
        at += comes ? keywords.length : 0;
        return comes;
    }

    /// Goes past one of these keywords, if one comes next.
    boolean skipAny(String... keywords) {
        for (String keyword : keywords) {
            if (skip(keyword)) {
                return true;
            }
        }
        return false;
    }

    boolean skipSign(char sign) {
        boolean comes = comesSign(sign);
        at += comes ? 1 : 0;
        return comes;
    }

    /// Goes past keywords that must come.
    void expect(String... keywords) {
        if (!skip(keywords)) {
            throw notUnderstood();
        }
    }

    /// A name without dots.
    String name() {
        if (atEnd() || !tokens.get(at).isName()) {
            throw notUnderstood();
        }
        return tokens.get(at++).meaning();
    }

    /// A name with up to two dots.
    RelationName relation() {
        int start = start();
        List<String> parts = new ArrayList<>(List.of(name()));
        while (comesSign('.') && parts.size() < 4) {
            at++;
            parts.add(name());
        }
        if (parts.size() > 3) {
            throw notUnderstood();
        }
        int size = parts.size();
        return new RelationName(
                size > 2 ? parts.get(size - 3) : "",
                size > 1 ? parts.get(size - 2) : "",
                parts.getLast(),
                new Span(start, end()));
    }

    /// Names with commas between them, in brackets.
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (!skipSign('(')) {
            throw notUnderstood();
        }
        do {
            names.add(name());
        } while (skipSign(','));
        if (!skipSign(')')) {
            throw notUnderstood();
        }
        return names;
    }

    /// What stands in brackets and the brackets.
    Span bracket() {
        int start = start();
        int close = closing(at);
        if (!comesSign('(') || close < 0) {
            throw notUnderstood();
        }
        at = close + 1;
        return new Span(start, end());
    }

    /// The parts between commas that stand in brackets.
    List<Span> list() {
        int close = closing(at);
        if (!skipSign('(') || close < 0) {
            throw notUnderstood();
        }
        List<Span> parts = new ArrayList<>();
        while (at < close) {
            int next = Math.min(close, outside(at, token -> token.isSign(',')));
            parts.add(between(at, next));
            at = next + (next < close ? 1 : 0);
        }
        at = close + 1;
        return parts;
    }

    /// Everything up to the first of these keywords that stands outside of brackets and of CASE, or to
    /// the end.
    Span upTo(String... keywords) {
        return upToIndex(outside(at, keywords));
    }

    /// Everything up to a comma outside of brackets, or up to one of these keywords, or to the end.
    Span upToCommaOr(String... keywords) {
        return upToIndex(Math.min(outside(at, token -> token.isSign(',')), outside(at, keywords)));
    }

    /// Everything up to the next `WHEN MATCHED` or `WHEN NOT MATCHED`, or to the end.
    Span upToClause() {
        int next = at;
        while (next < tokens.size() && !comesAt(next, "when", "matched") && !comesAt(next, "when", "not", "matched")) {
            next++;
        }
        return upToIndex(next);
    }

    /// All that is left.
    Span rest() {
        return upToIndex(tokens.size());
    }

    /// The next word as text in quotes, without them; empty for NULL.
    String textOrNull() {
        return skip("null") ? "" : name();
    }

    /// Whether one of these keywords stands ahead, outside of brackets.
    boolean hasAhead(String... keywords) {
        return outside(at, keywords) < tokens.size();
    }

    /// Whether these keywords stand ahead one after the other, outside of brackets.
    boolean hasSequenceAhead(String first, String second) {
        for (int i = outside(at, first); i < tokens.size(); i = outside(i + 1, first)) {
            if (comesAt(i, first, second)) {
                return true;
            }
        }
        return false;
    }

    /// The first of these keywords that stands ahead, outside of brackets; the last word where none does.
    void goTo(String... keywords) {
        at = outside(at, keywords);
    }

    /// Whether what follows the opening bracket that comes next begins a query.
    boolean comesQueryInBracket() {
        int inside = at;
        while (inside < tokens.size() && tokens.get(inside).isSign('(')) {
            inside++;
        }
        return inside > at + 1 || (inside > at && beginsQuery(inside));
    }

    /// Whether a query comes next.
    boolean comesQuery() {
        return beginsQuery(at) || comesQueryInBracket();
    }

    /// The offset at which the next word starts.
    int start() {
        return atEnd() ? text.length() : tokens.get(at).start();
    }

    /// The offset at which the last word ended.
    int end() {
        return at == 0 ? 0 : tokens.get(at - 1).end();
    }

    ProblemException notUnderstood() {
        if (atEnd()) {
            return new ProblemException(Problem.wrong("the statement ends too early", text.place(text.length(), 0)));
        }
        Token token = tokens.get(at);
        return new ProblemException(Problem.wrong(
                "'" + token.text() + "' is not understood here",
                text.place(token.start(), token.end() - token.start())));
    }

    ProblemException notOffered(String what) {
        Token token = tokens.get(Math.min(at, tokens.size() - 1));
        return new ProblemException(Problem.wrong(
                what + " is not offered for tables of the lake",
                text.place(token.start(), token.end() - token.start())));
    }

    private boolean beginsQuery(int index) {
        return index < tokens.size()
                && List.of(
                                "select",
                                "with",
                                "from",
                                "values",
                                "table",
                                "pivot",
                                "unpivot",
                                "describe",
                                "show",
                                "summarize")
                        .stream()
                        .anyMatch(tokens.get(index)::is);
    }

    private boolean comesAt(int index, String... keywords) {
        if (index + keywords.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < keywords.length; i++) {
            if (!tokens.get(index + i).is(keywords[i])) {
                return false;
            }
        }
        return true;
    }

    private Span upToIndex(int next) {
        Span span = between(at, next);
        at = next;
        return span;
    }

    private Span between(int from, int to) {
        return from >= to
                ? Span.EMPTY
                : new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private int outside(int from, String... keywords) {
        return outside(from, token -> List.of(keywords).stream().anyMatch(token::is));
    }

    /// The index of the first word outside of brackets and of CASE that is wanted; the number of words
    /// where there is none. FROM is none behind DISTINCT.
    private int outside(int from, Predicate<Token> wanted) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean comparison = token.is("from") && i > 0 && tokens.get(i - 1).is("distinct");
            if (depth == 0 && !comparison && wanted.test(token)) {
                return i;
            }
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
            if (depth < 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.isSign('(') ? 1 : token.isSign(')') ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean opens(Token token) {
        return token.isSign('(') || token.isSign('[') || token.isSign('{') || token.is("case");
    }

    private static boolean closes(Token token) {
        return token.isSign(')') || token.isSign(']') || token.isSign('}') || token.is("end");
    }
}
