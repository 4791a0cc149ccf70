package basin.engine.sql;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a statement: makes sure that it is one query, and nothing else, and finds the tables in it.
public final class QueryReader {

    /// Trees are walked by recursion, so their depth has a limit: some thousand function calls inside each
    /// other.
    private static final ObjectMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(5_000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private static final List<String> CHANGES =
            List.of("insert", "update", "delete", "merge", "truncate", "create", "drop", "alter");

    private static final List<String> FILES = List.of("copy", "export");

    private static final List<String> SETTINGS = List.of("set", "reset", "pragma");

    private static final String OFFERED =
            "a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN";

    private static final String SHOW_TABLES = """
            SELECT table_schema AS "schema", table_name AS "name" FROM information_schema.tables ORDER BY ALL""";

    private static final String SHOW_SCHEMAS = """
            SELECT schema_name AS "schema" FROM information_schema.schemata ORDER BY ALL""";

    private final Parser parser;

    public QueryReader(Parser parser) {
        this.parser = parser;
    }

    /// Reads a statement that leaves nothing open.
    ///
    /// @throws ProblemException where it is not understood, is not a query, or asks for what no query may
    public Query read(String sql) {
        return read(sql, List.of());
    }

    /// Reads a statement that has places (`?` or `$1`) for values.
    ///
    /// @throws ProblemException as for [#read(String)], or where there are more or fewer places than values
    public Query read(String sql, List<@Nullable Object> values) {
        SqlText text = withoutEnd(new SqlText(sql));
        if (sql.indexOf('\0') >= 0) {
            throw new ProblemException(Problem.wrong("a statement has no characters of value 0", text.place(0, 0)));
        }
        int start = Explain.end(text);
        Node select = parse(text, start);
        Node from = select.get("from_table");
        if (start == 0 && from.is("SHOW_REF") && !from.get("query").present()) {
            return show(from, text);
        }
        References references = new References(text, true);
        references.read(select);
        if (references.parameters().isEmpty() && values.isEmpty()) {
            return new Query(text, references.found());
        }
        return read(Parameters.fill(text, references.parameters(), values).toString());
    }

    /// Reads a query of somebody who may ask for anything, to find the tables in it.
    ///
    /// @throws ProblemException where it is not understood
    public Query readAny(String sql) {
        SqlText text = withoutEnd(new SqlText(sql));
        References references = new References(text, false);
        references.read(parse(text, 0));
        return new Query(text, references.found());
    }

    /// The tree of a query of somebody who may ask for anything.
    ///
    /// @throws ProblemException where it is not understood
    public Node treeOfAny(String sql) {
        return parse(withoutEnd(new SqlText(sql)), 0);
    }

    /// Makes sure that a query which was derived from one that [#readAny(String)] has read is still a
    /// query.
    ///
    /// @throws IllegalStateException if it is not
    public void checkAny(SqlText derived) {
        try {
            parse(derived, 0);
        } catch (ProblemException e) {
            throw new IllegalStateException("what was made of a query is none: " + derived, e);
        }
    }

    /// The text without semicolons at its end, which no place inside of another statement could have.
    private static SqlText withoutEnd(SqlText text) {
        List<Token> tokens = Tokens.of(text);
        int last = tokens.size();
        while (last > 0 && tokens.get(last - 1).isSign(';')) {
            last--;
        }
        return last == tokens.size() ? text : text.blank(tokens.get(last).start(), text.length());
    }

    /// Makes sure that a statement which was derived from one that was read is still a query that may be
    /// run.
    ///
    /// @throws IllegalStateException if it is not
    void check(SqlText derived) {
        try {
            new References(derived, true).read(parse(derived, Explain.end(derived)));
        } catch (ProblemException e) {
            throw new IllegalStateException("what was made of a statement is no query: " + derived, e);
        }
    }

    /// The tree of the query that starts at an offset.
    private Node parse(SqlText text, int start) {
        Node tree = tree(text.blank(0, start));
        if (tree.text("error").equals("true")) {
            throw new ProblemException(refusal(tree, text, start));
        }
        List<Node> statements = tree.list("statements");
        if (statements.isEmpty()) {
            throw new ProblemException(
                    Problem.wrong("there is no statement", text.place(0, 0)).because(OFFERED));
        }
        if (statements.size() > 1) {
            throw new ProblemException(several(Tokens.of(text), text));
        }
        return statements.getFirst().get("node");
    }

    private Node tree(SqlText text) {
        try {
            return new Node(JSON.readTree(parser.parse(text.toString())));
        } catch (StreamConstraintsException e) {
            throw new ProblemException(Problem.wrong("the statement is nested too deeply", text.place(0, 0)), e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the parser answers with a tree that cannot be read", e);
        }
    }

    private Query show(Node show, SqlText text) {
        return switch (show.text("show_type") + " " + show.text("table_name").replace("\"", "")) {
            case "SHOW_SPECIAL tables", "SHOW_SPECIAL __show_tables_expanded" -> read(SHOW_TABLES);
            case "SHOW_SPECIAL schemas" -> read(SHOW_SCHEMAS);
            case "SHOW_FROM " ->
                read(SHOW_TABLES.replace(
                        "ORDER BY",
                        "WHERE lower(table_schema) = lower('"
                                + show.text("schema_name").replace("'", "''") + "') ORDER BY"));
            default ->
                throw new ProblemException(Problem.wrong("this is not offered to queries", text.place(0, 0))
                        .because(OFFERED));
        };
    }

    /// Why a text that is no query is none.
    private static Problem refusal(Node error, SqlText text, int start) {
        List<Token> tokens = Tokens.of(text, start, text.length());
        if (!error.text("error_type").equals("parser")) {
            return notAQuery(tokens, text);
        }
        int offset = parsed(error.text("position"));
        Token culprit = tokens.stream()
                .filter(token -> token.start() <= offset && offset < token.end())
                .findFirst()
                .orElse(null);
        if (offset >= 0 && culprit == null) {
            return Problem.wrong("the statement ends too early", text.place(text.length(), 0));
        }
        if (culprit == null) {
            return Problem.wrong("this is not understood", text.place(0, 0)).because(error.text("error_message"));
        }
        return Problem.wrong(
                "'" + culprit.text() + "' is not understood here",
                text.place(culprit.start(), culprit.end() - culprit.start()));
    }

    /// DuckDB knows the statement, but it is not a SELECT, nor one of what it makes into one.
    private static Problem notAQuery(List<Token> tokens, SqlText text) {
        if (tokens.stream().anyMatch(token -> token.isSign(';'))) {
            return several(tokens, text);
        }
        Token first = tokens.getFirst();
        Token pivot = tokens.stream()
                .filter(token -> token.is("pivot") || token.is("pivot_wider"))
                .findFirst()
                .orElse(null);
        boolean queries = List.of("pivot", "pivot_wider", "with", "from", "select").stream()
                .anyMatch(first::is);
        if (queries && pivot != null) {
            return Problem.wrong(
                            "PIVOT needs to be told its columns",
                            text.place(pivot.start(), pivot.end() - pivot.start()))
                    .because("without a list of values, the columns would depend on what is in the table")
                    .advise("name them: PIVOT ... ON status IN ('open', 'shipped') USING ...");
        }
        return Problem.wrong(
                        "'" + first.text().toUpperCase(Locale.ROOT) + "' is not a query",
                        text.place(first.start(), first.end() - first.start()))
                .because(OFFERED)
                .advise(remedy(first));
    }

    /// What somebody may want who begins a statement so; null if that is anybody's guess.
    private static @Nullable String remedy(Token first) {
        if (CHANGES.stream().anyMatch(first::is)) {
            return "to change a table, use a source or a model";
        }
        if (FILES.stream().anyMatch(first::is)) {
            return "to write rows into a file: basin sql --output FILE";
        }
        return SETTINGS.stream().anyMatch(first::is) ? "memory and threads are set in basin.yml" : null;
    }

    private static Problem several(List<Token> tokens, SqlText text) {
        Token second = tokens.stream()
                .dropWhile(token -> !token.isSign(';'))
                .filter(token -> !token.isSign(';'))
                .findFirst()
                .orElse(tokens.getLast());
        return Problem.wrong("one query at a time", text.place(second.start(), second.end() - second.start()))
                .because("the first is ended by a semicolon, and here another statement starts");
    }

    private static int parsed(String position) {
        return position.isEmpty() ? -1 : Integer.parseInt(position);
    }
}
