package basin.engine.statement;

import basin.engine.sql.SqlText;
import basin.engine.sql.Token;
import basin.engine.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/// Parts a script at its semicolons.
public final class Script {

    private Script() {}

    /// The statements of a script; comments and stray semicolons make none.
    ///
    /// @throws basin.core.problem.ProblemException where the outline of one makes no sense
    public static List<Statement> read(String script) {
        SqlText text = new SqlText(script);
        List<Statement> statements = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        for (Token token : Tokens.of(text)) {
            if (!token.isSign(';')) {
                tokens.add(token);
            } else if (!tokens.isEmpty()) {
                statements.add(statement(text, tokens));
                tokens = new ArrayList<>();
            }
        }
        if (!tokens.isEmpty()) {
            statements.add(statement(text, tokens));
        }
        return statements;
    }

    private static Statement statement(SqlText script, List<Token> tokens) {
        SqlText upTo = new SqlText(script.slice(0, tokens.getLast().end()));
        SqlText alone = upTo.blank(0, tokens.getFirst().start());
        return new StatementReader(alone, tokens).read();
    }
}
