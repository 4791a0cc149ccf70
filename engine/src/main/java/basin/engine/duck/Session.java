package basin.engine.duck;

import basin.core.problem.ProblemException;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.engine.QueryOptions;
import basin.engine.sql.Query;
import basin.engine.sql.QueryReader;
import basin.engine.sql.Rewriting;
import basin.engine.sql.SqlText;
import basin.engine.sql.TableReference;
import basin.lake.AsOf;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.scan.TableScan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One query's own place in DuckDB: a connection, and a database in which its tables are views of the
/// lake's files.
///
/// Everything happens in one transaction, so that `now()` is the same when files are chosen and when their
/// rows are filtered. For one thread at a time.
final class Session implements AutoCloseable {

    private final DuckConnection connection;
    private final String database;
    private final Lake lake;
    private final QueryOptions options;
    private final QueryReader reader;
    private final Runnable notToBeCancelled;
    private final List<TableScan> scans = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private SqlText asked = new SqlText("");

    /// @param connection closed with the session
    /// @param database   a name that no other database has
    Session(DuckConnection connection, String database, Lake lake, QueryOptions options) {
        this.connection = connection;
        this.database = database;
        this.lake = lake;
        this.options = options;
        this.reader = new QueryReader(new DuckParser(connection));
        this.notToBeCancelled = options.cancellation().onCancel(connection::cancel);
        connection.stopAfter(options.timeout());
    }

    /// Makes the database, within the query's limits.
    void begin() {
        if (options.memoryBytes().isPresent()) {
            connection.execute(
                    "SET operator_memory_limit = '" + options.memoryBytes().get() + "B'");
        }
        connection.execute("ATTACH ':memory:' AS " + database);
        connection.execute("USE " + database);
        connection.execute("BEGIN TRANSACTION");
    }

    DuckConnection connection() {
        return connection;
    }

    /// What is to be detached once the session is closed.
    String database() {
        return database;
    }

    /// Stops the query, from any thread.
    void cancel() {
        connection.cancel();
    }

    /// Puts the tables of a query in place.
    ///
    /// @return the statement that reads them
    /// @throws ProblemException where it is no query, or one of its tables is not there
    String prepare(String sql) {
        asked = new SqlText(sql);
        Query query = reader.read(sql, options.parameters());
        asked = query.text();
        Listing listing = new Listing(lake, connection);
        Map<TableReference, String> names = new LinkedHashMap<>();
        List<TableReference> inLake = new ArrayList<>();
        for (TableReference reference : query.tables()) {
            if (reference.schema().equalsIgnoreCase(Listing.SCHEMA)) {
                names.put(reference, listing.create(reference));
            } else {
                inLake.add(reference);
            }
        }
        names.putAll(putInPlace(inLake));
        return new Rewriting(reader).apply(query, names);
    }

    /// What went wrong with the query, in the words of whoever asked.
    ProblemException explain(ProblemException thrown) {
        return DuckError.explain(thrown, asked, columns);
    }

    /// Makes a view of each table in each state that is wanted.
    ///
    /// @return the names of those references that cannot have the name they were typed with
    private Map<TableReference, String> putInPlace(List<TableReference> references) {
        ConstantValues states = values(
                references.stream().flatMap(it -> Snapshots.use(it).stream()).collect(Collectors.toSet()));
        Map<TableName, LakeTable> tables = new HashMap<>();
        TableFinder finder = new TableFinder(lake);
        Map<State, List<TableReference>> uses = new LinkedHashMap<>();
        for (TableReference reference : references) {
            LakeTable found = finder.find(reference);
            // Twice the same table is twice the same snapshot, even if another was committed in between.
            LakeTable table = tables.computeIfAbsent(found.name(), _ -> found);
            uses.computeIfAbsent(new State(table, Snapshots.of(reference, states)), _ -> new ArrayList<>())
                    .add(reference);
        }
        Map<State, TableScan> planned = plan(uses);
        Map<TableReference, String> renamed = new LinkedHashMap<>();
        planned.forEach((state, scan) -> {
            String view = view(state, scan);
            if (!view.equals(state.table().name().quoted())) {
                uses.getOrDefault(state, List.of()).forEach(reference -> renamed.put(reference, view));
            }
        });
        return renamed;
    }

    private Map<State, TableScan> plan(Map<State, List<TableReference>> uses) {
        Map<State, Wanted> wanted = new LinkedHashMap<>();
        Set<ConstantValues.Use> constants = new LinkedHashSet<>();
        uses.forEach((state, references) -> {
            Schema schema = state.table().schema(state.asOf());
            schema.fields().forEach(field -> columns.add(field.name()));
            Wanted rows = Wanted.of(schema, references);
            rows.pruning().uses(rows.condition()).forEach(constants::add);
            wanted.put(state, rows);
        });
        ConstantValues values = values(constants);
        Map<State, TableScan> planned = new LinkedHashMap<>();
        wanted.forEach((state, rows) -> {
            TableScan scan = state.table().scan(state.asOf(), rows.pruning().predicate(rows.condition(), values));
            scans.add(scan);
            planned.put(state, scan);
        });
        return planned;
    }

    private ConstantValues values(Set<ConstantValues.Use> uses) {
        return ConstantValues.of(uses, connection);
    }

    /// Makes a view, under the table's own name where that is free: the first to be asked for in its newest
    /// state.
    private String view(State state, TableScan scan) {
        TableName name = state.table().name();
        boolean plain =
                state.asOf() instanceof AsOf.Latest && taken.add(name.toString().toLowerCase(Locale.ROOT));
        String schema = TableName.quote(plain ? name.schema() : "@" + scans.indexOf(scan));
        String view = schema + "." + TableName.quote(name.name());
        scan.prepare(connection);
        connection.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        connection.execute("CREATE VIEW " + view + " AS " + scan.sql());
        return view;
    }

    /// Closes the connection; its database can then be detached.
    @Override
    public void close() {
        notToBeCancelled.run();
        try {
            connection.close();
        } finally {
            scans.forEach(TableScan::close);
        }
    }

    /// A table as it was at some time; the newest state of a table is one state, however often it is named.
    private record State(LakeTable table, AsOf asOf) {}
}
