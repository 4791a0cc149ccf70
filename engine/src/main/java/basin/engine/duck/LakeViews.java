package basin.engine.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.engine.sql.Query;
import basin.engine.sql.QueryReader;
import basin.engine.sql.Rewriting;
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

/// The tables of one query, as views of the files that can hold rows it counts.
///
/// A table is looked up once, however often it is named: all places see the same snapshot. For one thread.
final class LakeViews implements AutoCloseable {

    private final TableFinder finder;
    private final QueryReader reader;
    private final DuckConnection connection;
    private final List<TableScan> scans = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> columns = new LinkedHashSet<>();

    /// @param reader     reads the queries of views that the lake keeps
    /// @param connection whose default database is empty
    LakeViews(Lake lake, QueryReader reader, DuckConnection connection) {
        this.finder = new TableFinder(lake);
        this.reader = reader;
        this.connection = connection;
    }

    /// Makes a view of each table in each state that is wanted.
    ///
    /// @return the names of those references that cannot be called as they were typed
    /// @throws basin.core.problem.ProblemException where a table or a state of it is not there
    Map<TableReference, String> create(List<TableReference> references) {
        ViewExpansion expansion = new ViewExpansion(finder, reader);
        expansion.follow(references);
        Map<TableReference, String> renamed = new LinkedHashMap<>();
        Map<State, List<TableReference>> states = states(expansion);
        scan(states).forEach((state, scan) -> {
            String view = view(state, scan);
            if (!view.equals(state.table().name().quoted())) {
                states.getOrDefault(state, List.of()).forEach(reference -> renamed.put(reference, view));
            }
        });
        Map<TableName, String> views = new HashMap<>();
        expansion.views().forEach((name, query) -> {
            expansion.viewReferences().forEach((reference, view) -> {
                if (views.containsKey(view)) {
                    renamed.put(reference, views.getOrDefault(view, view.quoted()));
                }
            });
            views.put(name, view(name, query, renamed, views.size()));
        });
        expansion
                .viewReferences()
                .forEach((reference, view) -> renamed.put(reference, views.getOrDefault(view, view.quoted())));
        renamed.keySet().retainAll(references);
        return renamed;
    }

    /// Makes a view that the lake keeps, over those of what it reads.
    private String view(TableName name, Query query, Map<TableReference, String> names, int number) {
        Map<TableReference, String> inside = new HashMap<>(names);
        inside.keySet().retainAll(query.tables());
        String schema = TableName.quote("@view" + number);
        String view = schema + "." + TableName.quote(name.name());
        connection.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        try {
            connection.execute("CREATE VIEW " + view + " AS " + new Rewriting(reader).apply(query, inside));
        } catch (ProblemException e) {
            ProblemException said = DuckError.explain(e, query.text(), columns);
            throw new ProblemException(
                    Problem.failed("the view '" + name + "' cannot be asked", new Place.InTable(name.toString()))
                            .because(said.problems().getFirst().what()),
                    said);
        }
        return view;
    }

    /// The columns of all tables.
    Set<String> columns() {
        return columns;
    }

    private Map<State, List<TableReference>> states(ViewExpansion expansion) {
        List<TableReference> references = expansion.tables();
        ConstantValues times = ConstantValues.of(
                references.stream().flatMap(it -> Snapshots.use(it).stream()).collect(Collectors.toSet()), connection);
        Map<TableName, LakeTable> tables = new HashMap<>();
        Map<State, List<TableReference>> states = new LinkedHashMap<>();
        for (TableReference reference : references) {
            LakeTable found = find(reference, expansion);
            LakeTable table = tables.computeIfAbsent(found.name(), _ -> found);
            states.computeIfAbsent(new State(table, Snapshots.of(reference, times)), _ -> new ArrayList<>())
                    .add(reference);
        }
        return states;
    }

    private LakeTable find(TableReference reference, ViewExpansion expansion) {
        try {
            return finder.find(reference);
        } catch (ProblemException e) {
            throw expansion.explain(reference, e);
        }
    }

    private Map<State, TableScan> scan(Map<State, List<TableReference>> states) {
        Map<State, Wanted> wanted = new LinkedHashMap<>();
        Set<ConstantValues.Use> constants = new LinkedHashSet<>();
        states.forEach((state, references) -> {
            Schema schema = state.table().schema(state.asOf());
            schema.fields().forEach(field -> columns.add(field.name()));
            Wanted rows = Wanted.of(schema, references);
            rows.pruning().uses(rows.condition()).forEach(constants::add);
            wanted.put(state, rows);
        });
        ConstantValues values = ConstantValues.of(constants, connection);
        Map<State, TableScan> planned = new LinkedHashMap<>();
        wanted.forEach((state, rows) -> {
            TableScan scan = state.table().scan(state.asOf(), rows.pruning().predicate(rows.condition(), values));
            scans.add(scan);
            planned.put(state, scan);
        });
        return planned;
    }

    /// Makes a view, under the table's own name where that is free: for the first to be asked for in its
    /// newest state.
    private String view(State state, TableScan scan) {
        TableName name = state.table().name();
        boolean own =
                state.asOf() instanceof AsOf.Latest && taken.add(name.toString().toLowerCase(Locale.ROOT));
        String schema = TableName.quote(own ? name.schema() : "@" + scans.indexOf(scan));
        String view = schema + "." + TableName.quote(name.name());
        scan.prepare(connection);
        connection.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        connection.execute("CREATE VIEW " + view + " AS "
                + StoredColumns.of(state.table())
                        .at(state.table().schema(state.asOf()))
                        .typed(scan.sql(), ""));
        return view;
    }

    /// Lets go of the files, once nothing reads them any more.
    @Override
    public void close() {
        scans.forEach(TableScan::close);
    }

    /// A table as it was at some time; the newest state of a table is one state, however often it is named.
    private record State(LakeTable table, AsOf asOf) {}
}
