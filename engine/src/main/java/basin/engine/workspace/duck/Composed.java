package basin.engine.workspace.duck;

import basin.core.stream.TableName;
import basin.engine.sql.SqlText;
import basin.engine.sql.Token;
import basin.engine.sql.Tokens;
import basin.engine.statement.RelationName;
import basin.engine.statement.Span;
import basin.engine.statement.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A statement that is made out of parts of another, and remembers where they come from: so what DuckDB
/// says about a place of it can be shown where it was typed.
final class Composed {

    private final SqlText source;
    private final StringBuilder sql = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private int bytes;

    Composed(SqlText source) {
        this.source = source;
    }

    /// All of a query that was given by itself.
    static Composed of(String select) {
        SqlText text = new SqlText(select);
        List<Token> tokens = Tokens.of(text);
        while (!tokens.isEmpty() && tokens.getLast().isSign(';')) {
            tokens = tokens.subList(0, tokens.size() - 1);
        }
        int end = tokens.isEmpty() ? 0 : tokens.getLast().end();
        return new Composed(text).add(new Span(0, end));
    }

    SqlText source() {
        return source;
    }

    /// Adds words that nobody typed.
    Composed add(String words) {
        sql.append(words);
        bytes += words.getBytes(StandardCharsets.UTF_8).length;
        return this;
    }

    /// Adds a part of the source.
    Composed add(Span span) {
        pieces.add(new Piece(bytes, span.start(), span.end() - span.start()));
        return add(source.slice(span.start(), span.end()));
    }

    /// Adds a part of the source in which columns may be called by the whole name of a table; here they
    /// are called by its alias.
    Composed add(Span span, Target target) {
        List<Token> tokens = Tokens.of(source, span.start(), span.end());
        int copied = span.start();
        for (int i = 0; i < tokens.size(); i++) {
            int length = qualifierLength(tokens, i, target.name());
            if (length > 0) {
                add(new Span(copied, tokens.get(i).start()));
                add(TableName.quote(target.alias()));
                copied = tokens.get(i + length - 1).end();
                i += length;
            }
        }
        return add(new Span(copied, span.end()));
    }

    /// Adds another statement of the same source.
    Composed add(Composed other) {
        other.pieces.forEach(piece -> pieces.add(new Piece(bytes + piece.at(), piece.from(), piece.length())));
        return add(other.sql.toString());
    }

    String sql() {
        return sql.toString();
    }

    /// The byte of the source that a byte comes from; -1 where it comes from none.
    int origin(int offset) {
        return pieces.stream()
                .filter(piece -> piece.at() <= offset && offset < piece.at() + piece.length())
                .mapToInt(piece -> piece.from() + offset - piece.at())
                .findFirst()
                .orElse(-1);
    }

    /// How many words from `first` on are the table's name with its schema, followed by a dot; 0 where
    /// they are not.
    private static int qualifierLength(List<Token> tokens, int first, RelationName name) {
        List<String> parts = new ArrayList<>();
        if (!name.database().isEmpty()) {
            parts.add(name.database());
        }
        if (!name.schema().isEmpty()) {
            parts.add(name.schema());
        }
        parts.add(name.name());
        int length = 2 * parts.size() - 1;
        boolean follows = first > 0 && tokens.get(first - 1).isSign('.');
        if (parts.size() < 2 || follows || first + length >= tokens.size()) {
            return 0;
        }
        for (int i = 0; i < parts.size(); i++) {
            Token part = tokens.get(first + 2 * i);
            if (!part.isName()
                    || !part.meaning().equalsIgnoreCase(parts.get(i))
                    || !tokens.get(first + 2 * i + 1).isSign('.')) {
                return 0;
            }
        }
        return length;
    }

    /// @param at   where it starts in the statement
    /// @param from where it starts in the source
    private record Piece(int at, int from, int length) {}
}
