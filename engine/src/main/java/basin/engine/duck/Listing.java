package basin.engine.duck;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.duck.OfferedRows;
import basin.duck.SqlTypes;
import basin.engine.sql.Condition;
import basin.engine.sql.TableReference;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.Relation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tables of `information_schema`, about the lake instead of DuckDB; filled for a query that names
/// them.
final class Listing {

    private static final String SCHEMA = "information_schema";

    private static final Type TEXT = Type.Primitive.STRING;

    private static final Schema SCHEMATA =
            Schema.of(Field.required("catalog_name", TEXT), Field.required("schema_name", TEXT));

    private static final Schema TABLES = Schema.of(
            Field.required("table_catalog", TEXT),
            Field.required("table_schema", TEXT),
            Field.required("table_name", TEXT),
            Field.required("table_type", TEXT));

    private static final Schema COLUMNS = Schema.of(
            Field.required("table_catalog", TEXT),
            Field.required("table_schema", TEXT),
            Field.required("table_name", TEXT),
            Field.required("column_name", TEXT),
            Field.required("ordinal_position", Type.Primitive.INT),
            Field.optional("column_default", TEXT),
            Field.required("is_nullable", TEXT),
            Field.required("data_type", TEXT),
            Field.optional("column_comment", TEXT));

    private static final String CATALOG = "lake";

    private final Lake lake;
    private final DuckConnection connection;

    Listing(Lake lake, DuckConnection connection) {
        this.lake = lake;
        this.connection = connection;
    }

    /// Whether a reference means a list.
    static boolean lists(TableReference reference) {
        return reference.schema().equalsIgnoreCase(SCHEMA);
    }

    /// Makes tables of the lists that are named.
    ///
    /// @return the name of each in SQL
    /// @throws ProblemException where there is no such list
    Map<TableReference, String> create(List<TableReference> references) {
        Map<String, List<TableReference>> lists = references.stream()
                .collect(Collectors.groupingBy(reference -> reference.name().toLowerCase(Locale.ROOT)));
        Map<TableReference, String> names = new HashMap<>();
        lists.forEach((name, places) -> {
            create(name, places);
            places.forEach(place -> names.put(place, "temp." + name));
        });
        return names;
    }

    private void create(String name, List<TableReference> places) {
        switch (name) {
            case "schemata" -> fill(name, SCHEMATA, schemata());
            case "tables" -> fill(name, TABLES, tables());
            case "columns" -> fill(name, COLUMNS, columns(places));
            default -> throw new ProblemException(missing(places.getFirst()));
        }
    }

    private static Problem missing(TableReference reference) {
        List<String> lists = List.of(SCHEMA + ".tables", SCHEMA + ".columns", SCHEMA + ".schemata");
        return Problem.wrong("there is no table '" + reference.typed() + "'", reference.place())
                .advise(Suggestion.didYouMean(reference.typed(), lists));
    }

    private void fill(String name, Schema schema, Stream<List<@Nullable Object>> rows) {
        try (ListedRows listed = new ListedRows(schema, rows.iterator());
                OfferedRows offered = connection.offer(listed)) {
            connection.execute("CREATE TEMP TABLE " + name + " AS FROM " + offered.name());
        }
    }

    private Stream<List<@Nullable Object>> schemata() {
        return lake.relations().stream()
                .map(relation -> relation.name().schema())
                .distinct()
                .map(schema -> List.of(CATALOG, schema));
    }

    private Stream<List<@Nullable Object>> tables() {
        return lake.relations().stream()
                .map(relation -> List.of(
                        CATALOG, relation.name().schema(), relation.name().name(), kind(relation.kind())));
    }

    private static String kind(Relation.Kind kind) {
        return switch (kind) {
            case TABLE -> "BASE TABLE";
            case VIEW -> "VIEW";
        };
    }

    /// The columns of the tables that can count; each table is looked up for it, so it pays to be few.
    private Stream<List<@Nullable Object>> columns(List<TableReference> places) {
        return lake.relations().stream()
                .filter(relation -> places.stream().anyMatch(place -> mayCount(relation.name(), place.condition())))
                .flatMap(this::columns);
    }

    private Stream<List<@Nullable Object>> columns(Relation relation) {
        return switch (relation.kind()) {
            case TABLE -> lake.find(relation.name()).stream().flatMap(Listing::columns);
            case VIEW ->
                lake.findView(relation.name()).stream()
                        .flatMap(view -> columns(view.name(), view.schema().fields(), List.of()));
        };
    }

    /// Whether a row about a table can fulfil a condition, as far as that can be told from the table's
    /// name.
    private static boolean mayCount(TableName table, Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().allMatch(part -> mayCount(table, part));
            case Condition.Either either -> either.parts().stream().anyMatch(part -> mayCount(table, part));
            case Condition.Comparison comparison -> mayCount(table, comparison);
            case Condition.Absent _, Condition.Present _ -> true;
        };
    }

    private static boolean mayCount(TableName table, Condition.Comparison comparison) {
        if (comparison.operator() != Condition.Operator.EQUAL
                || !comparison.value().isText()) {
            return true;
        }
        return switch (comparison.column().toLowerCase(Locale.ROOT)) {
            case "table_schema" -> comparison.value().sql().equals(text(table.schema()));
            case "table_name" -> comparison.value().sql().equals(text(table.name()));
            default -> true;
        };
    }

    private static Stream<List<@Nullable Object>> columns(LakeTable table) {
        return columns(
                table.name(), table.schema().fields(), StoredColumns.of(table).all());
    }

    /// @param columns those of a table with DuckDB's types; none for a view
    private static Stream<List<@Nullable Object>> columns(
            TableName name, List<Field> fields, List<StoredColumn> columns) {
        return IntStream.range(0, fields.size()).mapToObj(i -> {
            Field field = fields.get(i);
            String type = columns.isEmpty()
                    ? SqlTypes.of(field.type())
                    : columns.get(i).duckType();
            return column(name, field, type.toUpperCase(Locale.ROOT), i + 1);
        });
    }

    private static List<@Nullable Object> column(TableName table, Field field, String type, int position) {
        return Arrays.asList(
                CATALOG,
                table.schema(),
                table.name(),
                field.name(),
                position,
                null,
                field.required() ? "NO" : "YES",
                type,
                field.doc().isEmpty() ? null : field.doc());
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
