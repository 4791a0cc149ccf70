package basin.engine.sql;

import java.util.List;
import java.util.stream.Stream;

/// `EXPLAIN`, with or without `ANALYZE` and options in brackets: DuckDB's parser has no tree of it, but of what
/// follows.
final class Explain {

    private Explain() {}

    /// The offset at which the statement to be explained starts; 0 where nothing is to be explained.
    static int end(SqlText text) {
        List<Token> tokens = Tokens.of(text);
        if (tokens.isEmpty() || !tokens.getFirst().is("explain")) {
            return 0;
        }
        int next = 1;
        if (next < tokens.size()
                && (tokens.get(next).is("analyze") || tokens.get(next).is("analyse"))) {
            next++;
        }
        if (next + 1 < tokens.size() && tokens.get(next).isSign('(') && isOption(tokens.get(next + 1))) {
            while (next < tokens.size() && !tokens.get(next).isSign(')')) {
                next++;
            }
            next++;
        }
        return tokens.get(next - 1).end();
    }

    /// A bracket may hold options or the statement itself.
    private static boolean isOption(Token token) {
        return Stream.of("analyze", "analyse", "format", "verbose").anyMatch(token::is);
    }
}
