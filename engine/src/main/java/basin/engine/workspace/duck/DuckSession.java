package basin.engine.workspace.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Rows;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.engine.QueryOptions;
import basin.engine.duck.Answer;
import basin.engine.duck.DuckError;
import basin.engine.duck.DuckParser;
import basin.engine.lineage.ColumnLineage;
import basin.engine.lineage.LineageReader;
import basin.engine.sql.Node;
import basin.engine.sql.QueryReader;
import basin.engine.sql.SqlText;
import basin.engine.statement.Script;
import basin.engine.statement.Statement;
import basin.engine.workspace.ColumnType;
import basin.engine.workspace.WorkspaceSession;
import basin.lake.LakeTable;
import basin.lake.Relation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// A session on a connection of the workspace's instance.
final class DuckSession implements WorkspaceSession {

    /// Words of statements that ask DuckDB what relations there are.
    private static final Set<String> LISTING = Set.of(
            "information_schema",
            "tables",
            "duckdb_tables",
            "duckdb_views",
            "duckdb_columns",
            "show",
            "pg_catalog",
            "pg_tables",
            "pg_class",
            "sqlite_master",
            "pragma");

    private final WorkspaceParts parts;
    private final DuckConnection connection;
    private final Dialect dialect;
    private final Set<String> shared;
    private final Set<String> lasting = new HashSet<>();
    private final Temporaries temporaries = new Temporaries();
    private final Runnable notToBeCancelled;
    private final Runnable end;
    private Names names;
    private @Nullable FunctionKinds functions;

    /// @param connection closed with the session
    /// @param shared     words that any statement of the workspace may mean without saying so
    /// @param end        run once, when the session is closed
    DuckSession(
            WorkspaceParts parts,
            DuckConnection connection,
            Names names,
            RelativeFiles files,
            Set<String> shared,
            QueryOptions options,
            Runnable end) {
        this.parts = parts;
        this.connection = connection;
        this.names = names;
        this.dialect = new Dialect(names.database(), files);
        this.shared = shared;
        this.end = end;
        this.notToBeCancelled = options.cancellation().onCancel(connection::cancel);
        connection.stopAfter(options.timeout());
    }

    /// Makes the connection ready.
    void begin(QueryOptions options) {
        if (options.memoryBytes().isPresent()) {
            connection.execute(
                    "SET operator_memory_limit = '" + options.memoryBytes().get() + "B'");
        }
        use(names);
    }

    /// Sets where names are looked for that have no schema.
    private void use(Names looked) {
        String schema = TableName.quote(looked.database()) + "." + TableName.quote(looked.schema());
        connection.execute("SET search_path = '" + schema.replace("'", "''") + "," + Mirror.FUNCTIONS + "'");
    }

    @Override
    public long execute(String script) {
        long rows = 0;
        for (Statement statement : Script.read(dialect.translate(script))) {
            rows = run(statement);
        }
        return rows;
    }

    @Override
    public Rows query(String script) {
        List<Statement> statements = Script.read(dialect.translate(script));
        for (int i = 0; i < statements.size() - 1; i++) {
            run(statements.get(i));
        }
        if (statements.isEmpty()) {
            return new NoRows();
        }
        Statement last = statements.getLast();
        if (last instanceof Statement.Query query) {
            return answer(query.text());
        }
        run(last);
        return new NoRows();
    }

    @Override
    public List<ColumnType> columns(String select) {
        SqlText text = new SqlText(dialect.translate(select));
        return reading(
                text, _ -> describe("DESCRIBE " + Composed.of(text.toString()).sql()));
    }

    @Override
    public List<ColumnLineage> lineage(String select) {
        SqlText text = new SqlText(dialect.translate(select));
        return reading(text, relations -> {
            String query = Composed.of(text.toString()).sql();
            List<String> columns =
                    describe("DESCRIBE " + query).stream().map(ColumnType::name).toList();
            Node tree;
            try {
                tree = new QueryReader(new DuckParser(connection)).treeOfAny(query);
            } catch (ProblemException e) {
                return LineageReader.unknown(columns, e.problems().getFirst().what());
            }
            return new LineageReader(new SessionCatalog(connection, functions(), names, temporaries, relations))
                    .read(tree, columns);
        });
    }

    @Override
    public List<ColumnType> columnsOf(String relation) {
        SqlText text = new SqlText(relation);
        return reading(text, relations -> {
            try {
                return described(relation, relations);
            } catch (ProblemException e) {
                if (isMissing(e)) {
                    return List.of();
                }
                throw e;
            }
        });
    }

    @Override
    public long replace(TableName table, String select, Map<String, String> notes) {
        Composed query = query(select, table);
        return reading(
                query.source(),
                relations -> parts.locks()
                        .with(table, () -> writer().replace(exact(table, relations), query, List.of(), notes)));
    }

    @Override
    public long append(TableName table, String select, Map<String, String> notes) {
        Composed query = query(select, table);
        return changing(query, table, found -> changes().append(found, query, writer().byName(found, query), notes));
    }

    @Override
    public long merge(TableName table, String select, List<String> key, Map<String, String> notes) {
        Composed query = query(select, table);
        return changing(query, table, found -> keyed().merge(found, query, key, notes));
    }

    @Override
    public long deleteInsert(
            TableName table, String select, List<String> key, String predicate, Map<String, String> notes) {
        Composed query = query(select, table);
        return changing(query, table, found -> keyed().replace(found, query, key, false, predicate, notes));
    }

    @Override
    public long overwritePartitions(TableName table, String select, List<String> by, Map<String, String> notes) {
        Composed query = query(select, table);
        return changing(query, table, found -> keyed().replace(found, query, by, true, "", notes));
    }

    @Override
    public long replaceWhere(TableName table, String select, String predicate, Map<String, String> notes) {
        Composed query = query(select, table);
        return changing(query, table, found -> keyed().replaceWhere(found, query, predicate, notes));
    }

    @Override
    public void createView(TableName view, String select, Map<String, String> notes) {
        Composed query = query(select, view);
        reading(
                query.source(),
                relations -> parts.locks().with(view, () -> {
                    views().make(exact(view, relations), query, List.of(), relations, notes);
                    return true;
                }));
    }

    @Override
    public void cancel() {
        connection.cancel();
    }

    @Override
    public void close() {
        notToBeCancelled.run();
        connection.close();
        end.run();
    }

    private long run(Statement statement) {
        long rows = reading(
                statement.text(),
                relations ->
                        new StatementRunner(parts, connection, names, temporaries, views(), relations).run(statement));
        remember(statement);
        return rows;
    }

    /// What later statements may mean by what this one did.
    private void remember(Statement statement) {
        Set<String> words = Mirror.words(statement.text());
        if (statement instanceof Statement.CreateTemporary && words.contains("view")) {
            lasting.addAll(words);
        }
        if (statement instanceof Statement.Local local) {
            functions = null;
            if (local.lasting()) {
                shared.addAll(words);
            }
            if (words.contains("use") || words.contains("schema")) {
                names = current();
                use(names);
            }
        }
    }

    private Names current() {
        List<@Nullable Object> row =
                connection.fetch("SELECT current_database(), current_schema()").getFirst();
        String database = String.valueOf(row.get(0));
        return database.equalsIgnoreCase(names.database())
                ? new Names(names.database(), String.valueOf(row.get(1)))
                : names;
    }

    private Rows answer(SqlText text) {
        long number = parts.readers().begin();
        try {
            show(text);
            Rows rows = connection.query(text.toString());
            return new Answer(
                    rows, thrown -> explain(thrown, text), () -> parts.readers().end(number));
        } catch (ProblemException e) {
            parts.readers().end(number);
            throw explain(e, text);
        } catch (RuntimeException | Error e) {
            parts.readers().end(number);
            throw e;
        }
    }

    /// Does something while the relations that a statement names are there to be read.
    private <T> T reading(SqlText text, Function<Relations, T> work) {
        long number = parts.readers().begin();
        try {
            return work.apply(show(text));
        } catch (ProblemException e) {
            throw explain(e, text);
        } finally {
            parts.readers().end(number);
        }
    }

    private long changing(Composed query, TableName table, Function<LakeTable, Long> work) {
        return reading(
                query.source(),
                relations ->
                        parts.locks().with(table, () -> work.apply(parts.lake().table(exact(table, relations)))));
    }

    private FunctionKinds functions() {
        if (functions == null) {
            functions = FunctionKinds.of(connection);
        }
        return functions;
    }

    private Relations show(SqlText text) {
        Set<String> words = words(text);
        return words.stream().anyMatch(LISTING::contains)
                ? parts.instance().mirror().showAll()
                : parts.instance().mirror().show(words);
    }

    private Set<String> words(SqlText text) {
        Set<String> words = Mirror.words(text);
        words.addAll(lasting);
        words.addAll(shared);
        return words;
    }

    /// What went wrong, in the words of whoever asked; where a view that they named is broken, that.
    private ProblemException explain(ProblemException thrown, SqlText text) {
        ProblemException explained =
                ForeignFile.told(DuckError.explain(thrown, text, List.of(), IntUnaryOperator.identity()));
        return isMissing(explained)
                ? parts.instance()
                        .mirror()
                        .broken(words(text))
                        .map(problem -> new ProblemException(problem, explained))
                        .orElse(explained)
                : explained;
    }

    private static boolean isMissing(ProblemException thrown) {
        return thrown.problems().stream()
                .anyMatch(problem -> problem.what().contains("does not exist")
                        || (problem.why() != null && problem.why().contains("does not exist")));
    }

    private List<ColumnType> described(String relation, Relations relations) {
        List<ColumnType> columns = describe("DESCRIBE " + relation);
        Optional<Map<String, String>> comments = Script.read("TRUNCATE " + relation).stream()
                .filter(Statement.Truncate.class::isInstance)
                .map(Statement.Truncate.class::cast)
                .flatMap(named -> names.inLake(named.name()).stream())
                .filter(name -> !temporaries.has(name.name()))
                .flatMap(name -> relations.find(name).stream())
                .map(this::comments)
                .findFirst();
        return comments.isEmpty()
                ? columns
                : columns.stream()
                        .map(column -> new ColumnType(
                                column.name(), column.type(), comments.get().getOrDefault(column.name(), "")))
                        .toList();
    }

    private Map<String, String> comments(Relation relation) {
        return parts.comments(relation);
    }

    private List<ColumnType> describe(String statement) {
        List<List<@Nullable Object>> rows = connection.fetch(statement);
        if (rows.stream().anyMatch(row -> row.size() < 2)) {
            throw new ProblemException(
                    Problem.wrong("the columns of the query are known only when it runs", Place.NOWHERE)
                            .because("a PIVOT in it is not told its columns")
                            .advise("name them: PIVOT ... ON status IN ('open', 'shipped') USING ..."));
        }
        return rows.stream()
                .map(row -> new ColumnType(String.valueOf(row.get(0)), type(String.valueOf(row.get(1))), ""))
                .toList();
    }

    /// What is nothing but NULL becomes an integer where it is kept.
    private static String type(String described) {
        return described.equals("\"NULL\"") ? "INTEGER" : described;
    }

    private Composed query(String select, TableName table) {
        Composed query = Composed.of(dialect.translate(select));
        if (query.sql().isBlank()) {
            throw new ProblemException(Problem.wrong("the query has no words", new Place.InTable(table.toString())));
        }
        return query;
    }

    private static TableName exact(TableName name, Relations relations) {
        return relations.find(name).map(Relation::name).orElse(name);
    }

    private ViewMaker views() {
        return new ViewMaker(
                parts.lake(),
                new Runs(connection),
                new QueryReader(new DuckParser(connection)),
                names,
                parts.readers());
    }

    private TableWriter writer() {
        return new TableWriter(parts.lake(), new Runs(connection));
    }

    private RowChanges changes() {
        return new RowChanges(connection, new Runs(connection), writer());
    }

    private KeyedChanges keyed() {
        return new KeyedChanges(changes());
    }
}
