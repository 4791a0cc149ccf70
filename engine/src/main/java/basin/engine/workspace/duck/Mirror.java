package basin.engine.workspace.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.engine.duck.DuckError;
import basin.engine.duck.StoredColumns;
import basin.engine.sql.SqlText;
import basin.engine.sql.Token;
import basin.engine.sql.Tokens;
import basin.lake.AsOf;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.LakeView;
import basin.lake.Relation;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The lake's tables and views as views of an attached database in memory, for all connections of the
/// instance.
///
/// A view is made when a statement first names its table, and made anew when a statement names it after
/// the table has changed. What a statement that runs has begun to read stays readable until it has
/// ended. Views are changed by one connection, one at a time, so that two statements never change the
/// same one.
///
/// For any thread.
final class Mirror implements AutoCloseable {

    /// A database beside that of the lake, for what the mirror itself needs.
    static final String OWN = "basin_lake";

    /// Where functions of other databases are.
    static final String FUNCTIONS = OWN + ".functions";

    /// The list of relations that stands in for DuckDB's, which takes tables of the lake for views.
    static final String TABLES = OWN + ".main.tables";

    private static final String MAKE_TABLES =
            "CREATE VIEW " + TABLES + " AS SELECT t.* REPLACE (CASE WHEN k.name IS NULL"
                    + " THEN t.table_type ELSE 'BASE TABLE' END AS table_type) FROM system.information_schema.tables t LEFT JOIN "
                    + OWN
                    + ".main.kinds k ON t.table_catalog = k.database AND t.table_schema = k.schema AND t.table_name = k.name"
                    + " WHERE t.table_catalog <> '" + OWN + "'";

    private final Lake lake;
    private final RelationList list;
    private final String database;
    private final Readers readers;
    private final DuckConnection connection;
    private final MadeViews made = new MadeViews();
    private final Map<TableName, ProblemException> broken = new HashMap<>();
    private final Set<String> schemas = new HashSet<>();

    /// @param duck without an attached database of that name
    Mirror(Lake lake, RelationList list, Duck duck, String database, Readers readers) {
        this.lake = lake;
        this.list = list;
        this.database = database;
        this.readers = readers;
        this.connection = duck.connect();
        connection.execute("ATTACH ':memory:' AS " + OWN);
        connection.execute("CREATE TABLE " + OWN + ".main.kinds(database VARCHAR, schema VARCHAR, name VARCHAR)");
        connection.execute(MAKE_TABLES);
        connection.execute("CREATE SCHEMA " + FUNCTIONS);
        connection.execute("USE " + FUNCTIONS);
        Compatibility.create(connection);
        if (!database.equals("memory")) {
            connection.execute("ATTACH ':memory:' AS " + TableName.quote(database));
        }
        connection.execute("USE " + TableName.quote(database));
        lake.schemas().forEach(this::makeSchema);
    }

    /// Brings the relations up to date that are named by some words.
    ///
    /// @param words in lower case
    /// @return all relations of the lake
    synchronized Relations show(Set<String> words) {
        Relations relations = list.now();
        Set<Relation> wanted = relations.named(words).collect(Collectors.toCollection(LinkedHashSet::new));
        drop(words, relations);
        Set<TableName> seen = new HashSet<>();
        wanted.forEach(relation -> make(relation, relations, seen));
        return relations;
    }

    /// Brings all relations up to date, and with them what lists them.
    synchronized Relations showAll() {
        Relations relations = list.now();
        Set<String> words = new HashSet<>();
        relations
                .all()
                .forEach(relation -> words.add(Relations.key(relation.name().name())));
        made.names().forEach(name -> words.add(Relations.key(name.name())));
        drop(words, relations);
        lake.schemas().forEach(this::makeSchema);
        Set<TableName> seen = new HashSet<>();
        relations.all().forEach(relation -> make(relation, relations, seen));
        connection.execute("DELETE FROM " + OWN + ".main.kinds");
        String tables = relations.all().stream()
                .filter(relation -> relation.kind() == Relation.Kind.TABLE)
                .map(relation ->
                        "(" + text(database) + ", " + text(relation.name().schema()) + ", "
                                + text(relation.name().name()) + ")")
                .collect(Collectors.joining(", "));
        if (!tables.isEmpty()) {
            connection.execute("INSERT INTO " + OWN + ".main.kinds VALUES " + tables);
        }
        return relations;
    }

    /// What is wrong with a view that one of some words names, and that cannot be read; empty where none
    /// is.
    synchronized Optional<Problem> broken(Set<String> words) {
        Set<String> meant = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(words);
        while (!open.isEmpty()) {
            String word = open.remove();
            if (meant.add(word)) {
                made.named(word).values().forEach(view -> open.addAll(view.reads()));
            }
        }
        return broken.entrySet().stream()
                .filter(entry -> meant.contains(Relations.key(entry.getKey().name())))
                .map(entry -> brokenView(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    /// Makes a schema; does nothing where it is there.
    synchronized void makeSchema(String schema) {
        if (schemas.add(Relations.key(schema)) && !schema.equalsIgnoreCase("main")) {
            connection.execute(
                    "CREATE SCHEMA IF NOT EXISTS " + TableName.quote(database) + "." + TableName.quote(schema));
        }
    }

    /// Drops a schema with the views in it, and what statements made there for the session alone.
    synchronized void dropSchema(String schema) {
        if (schemas.remove(Relations.key(schema)) && !schema.equalsIgnoreCase("main")) {
            List<TableName> inside = made.names().stream()
                    .filter(name -> name.schema().equalsIgnoreCase(schema))
                    .toList();
            inside.forEach(this::forget);
            connection.execute(
                    "DROP SCHEMA IF EXISTS " + TableName.quote(database) + "." + TableName.quote(schema) + " CASCADE");
        }
    }

    /// The words of a statement, in lower case.
    static Set<String> words(SqlText text) {
        return Tokens.of(text).stream()
                .filter(Token::isName)
                .map(token -> Relations.key(token.meaning()))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void close() {
        made.all().forEach(MadeViews.Made::close);
        connection.close();
    }

    /// @param seen those that have been looked at on behalf of the statement: a view may be read by many
    private void make(Relation relation, Relations relations, Set<TableName> seen) {
        if (!seen.add(relation.name())) {
            return;
        }
        MadeViews.Made present = made.get(relation.name());
        if (present != null && present.version().equals(relation.version())) {
            boolean lost = drop(present.reads(), relations);
            relations.named(present.reads()).forEach(read -> make(read, relations, seen));
            if (lost) {
                makeView(relation, relations, seen);
            }
        } else {
            switch (relation.kind()) {
                case TABLE -> makeTable(relation);
                case VIEW -> makeView(relation, relations, seen);
            }
        }
    }

    private void makeTable(Relation relation) {
        Optional<LakeTable> found = lake.find(relation.name());
        if (found.isEmpty()) {
            return;
        }
        LakeTable table = found.get();
        TableScan scan = table.scan(AsOf.LATEST, Predicate.ANY);
        scan.prepareIn(OWN + ".main", connection);
        view(relation.name(), StoredColumns.of(table).typed(scan.sql(), ""));
        put(relation, Set.of(), scan);
    }

    private void makeView(Relation relation, Relations relations, Set<TableName> seen) {
        Optional<LakeView> found = lake.findView(relation.name());
        if (found.isEmpty()) {
            return;
        }
        Set<String> words = words(new SqlText(found.get().sql()));
        relations.named(words).forEach(read -> make(read, relations, seen));
        try {
            view(relation.name(), found.get().sql());
            broken.remove(relation.name());
            put(relation, Set.copyOf(words), null);
        } catch (ProblemException e) {
            forget(relation.name());
            broken.put(relation.name(), e);
        }
    }

    private void view(TableName name, String sql) {
        makeSchema(name.schema());
        connection.execute(
                "CREATE OR REPLACE VIEW " + TableName.quote(database) + "." + name.quoted() + " AS " + sql + "\n");
    }

    private void put(Relation relation, Set<String> reads, @Nullable TableScan scan) {
        MadeViews.Made before = made.put(relation.name(), new MadeViews.Made(relation.version(), reads, scan));
        if (before != null) {
            readers.afterwards(() -> release(before));
        }
    }

    /// Drops the views of relations that the lake no longer has.
    ///
    /// @return whether there were any
    private boolean drop(Set<String> words, Relations relations) {
        List<TableName> gone = words.stream()
                .flatMap(word -> made.named(word).keySet().stream())
                .filter(name -> !relations.has(name))
                .toList();
        gone.forEach(this::forget);
        broken.keySet().removeIf(name -> words.contains(Relations.key(name.name())) && !relations.has(name));
        return !gone.isEmpty();
    }

    private void forget(TableName name) {
        MadeViews.Made gone = made.remove(name);
        if (gone != null) {
            connection.execute("DROP VIEW IF EXISTS " + TableName.quote(database) + "." + name.quoted());
            readers.afterwards(() -> release(gone));
        }
    }

    private synchronized void release(MadeViews.Made gone) {
        if (gone.scan() != null) {
            gone.scan().forget(connection);
        }
        gone.close();
    }

    private static Problem brokenView(TableName name, ProblemException thrown) {
        ProblemException said = DuckError.explain(thrown, new SqlText(""), List.of(), _ -> -1);
        return Problem.failed("the view can no longer be read", new Place.InTable(name.toString()))
                .because(said.problems().getFirst().what())
                .advise("make the view anew, or what it reads");
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
