package basin.engine.workspace.duck;

import basin.core.stream.TableName;
import basin.engine.sql.SqlText;
import basin.engine.sql.Token;
import basin.engine.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Brings the words of a script to what DuckDB makes of them, where the two differ and no function can
/// make up for it: parts of dates without quotes, as in `datediff(day, a, b)`, the lists of
/// `information_schema`, in which tables of the lake are to be tables, and names of files.
///
/// A line of the script keeps its number.
record Dialect(String database, RelativeFiles files) {

    private static final Set<String> TAKING_PART = Set.of(
            "dateadd",
            "datediff",
            "date_diff",
            "timestampadd",
            "timestampdiff",
            "datepart",
            "date_part",
            "date_trunc",
            "datetrunc");

    private static final Set<String> PARTS = Set.of(
            "year",
            "quarter",
            "month",
            "week",
            "day",
            "hour",
            "minute",
            "second",
            "millisecond",
            "microsecond",
            "years",
            "quarters",
            "months",
            "weeks",
            "days",
            "hours",
            "minutes",
            "seconds",
            "isoweek",
            "dayofweek",
            "dayofyear",
            "isodow",
            "epoch");

    private static final String LISTS = "information_schema";

    /// The script as DuckDB understands it.
    String translate(String script) {
        return files.resolve(words(script));
    }

    private String words(String script) {
        String lower = script.toLowerCase(Locale.ROOT);
        boolean lists = lower.contains(LISTS);
        if (!lists && TAKING_PART.stream().noneMatch(lower::contains)) {
            return script;
        }
        SqlText text = new SqlText(script);
        List<Token> tokens = Tokens.of(text);
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (isPart(tokens, i)) {
                text = text.replace(
                        tokens.get(i).start(),
                        tokens.get(i).end(),
                        "'" + tokens.get(i).text() + "'");
            } else if (lists
                    && tokens.get(i).isName()
                    && tokens.get(i).meaning().equalsIgnoreCase(LISTS)) {
                text = list(text, tokens, i);
            }
        }
        return text.toString();
    }

    private static boolean isPart(List<Token> tokens, int i) {
        return i >= 2
                && i + 1 < tokens.size()
                && tokens.get(i).kind() == Token.Kind.WORD
                && PARTS.contains(tokens.get(i).text().toLowerCase(Locale.ROOT))
                && tokens.get(i - 1).isSign('(')
                && tokens.get(i + 1).isSign(',')
                && TAKING_PART.contains(tokens.get(i - 2).text().toLowerCase(Locale.ROOT));
    }

    /// `database.information_schema.columns` is DuckDB's, without the database; the list of tables is
    /// the mirror's.
    private SqlText list(SqlText text, List<Token> tokens, int i) {
        if (i + 2 >= tokens.size() || !tokens.get(i + 1).isSign('.')) {
            return text;
        }
        boolean named = i >= 2 && tokens.get(i - 1).isSign('.') && isDatabase(tokens.get(i - 2));
        int start = tokens.get(named ? i - 2 : i).start();
        int end = tokens.get(i + 2).end();
        String list = tokens.get(i + 2).meaning();
        String name = list.equalsIgnoreCase("tables") ? Mirror.TABLES : "system." + LISTS + "." + TableName.quote(list);
        return text.replace(start, end, name + " ".repeat(Math.max(0, end - start - name.length())));
    }

    private boolean isDatabase(Token token) {
        return token.isName()
                && (token.meaning().equalsIgnoreCase(database)
                        || token.meaning().equalsIgnoreCase("system"));
    }
}
