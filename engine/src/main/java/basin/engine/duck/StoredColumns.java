package basin.engine.duck;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.TableName;
import basin.duck.DescribedColumn;
import basin.duck.DuckConnection;
import basin.duck.SqlTypes;
import basin.lake.LakeTable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of a table whose rows come from DuckDB, which has types that tables of the lake do not:
/// what every engine reads is stored, and DuckDB's own type is noted with the table, so that statements
/// see it again.
///
/// @param all in the table's order
public record StoredColumns(List<StoredColumn> all) {

    /// The note that holds DuckDB's types: a JSON object of types by column.
    public static final String NOTE = "column-types";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Types into which no text can be cast back, or that have no name.
    private static final Set<String> ONE_WAY = Set.of("UNION(", "VARIANT", "TUPLE(", "GEOMETRY", "\"NULL\"");

    public StoredColumns {
        all = List.copyOf(all);
    }

    /// The columns of a table that is made out of a query.
    ///
    /// @param names other names for them, from the first on; of several columns with a name, all but the
    ///              first get a number
    public static StoredColumns of(DuckConnection connection, String select, List<String> names) {
        List<DescribedColumn> described = connection.describe(select);
        List<String> duckTypes =
                described.stream().allMatch(StoredColumns::isStored) ? List.of() : duckTypes(connection, select);
        List<StoredColumn> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < described.size(); i++) {
            String name =
                    distinct(i < names.size() ? names.get(i) : described.get(i).name(), taken);
            Type stored = stored(described.get(i).type());
            boolean same = isStored(described.get(i)) || ONE_WAY.stream().anyMatch(duckTypes.get(i)::contains);
            columns.add(new StoredColumn(name, stored, same ? SqlTypes.of(stored) : duckTypes.get(i), same));
        }
        return new StoredColumns(columns);
    }

    /// The columns of a table.
    public static StoredColumns of(LakeTable table) {
        return of(table.schema(), table.notes().get(NOTE));
    }

    /// The columns of a table with this note.
    static StoredColumns of(Schema schema, @Nullable String note) {
        Map<String, String> types = note == null ? Map.of() : read(note);
        return new StoredColumns(schema.fields().stream()
                .map(field -> column(field, types.get(field.name())))
                .toList());
    }

    /// The columns as they were when the table had another schema; a type that is noted now is that of
    /// then where the lake keeps the same.
    StoredColumns at(Schema schema) {
        return new StoredColumns(schema.fields().stream()
                .map(field -> all.stream()
                        .filter(column -> column.name().equals(field.name())
                                && column.stored().equals(field.type()))
                        .findFirst()
                        .orElseGet(() -> column(field, null)))
                .toList());
    }

    /// Some of the columns.
    public StoredColumns only(List<String> names) {
        return new StoredColumns(
                all.stream().filter(column -> names.contains(column.name())).toList());
    }

    /// What the lake keeps.
    public Schema schema() {
        return new Schema(
                all.stream()
                        .map(column -> Field.optional(column.name(), column.stored()))
                        .toList(),
                List.of());
    }

    /// What is to be noted with the table.
    public Map<String, String> note() {
        Map<String, String> types = new TreeMap<>();
        all.stream()
                .filter(column -> !column.asStored())
                .forEach(column -> types.put(column.name(), column.duckType()));
        try {
            return Map.of(NOTE, JSON.writeValueAsString(types));
        } catch (JsonProcessingException e) {
            throw new AssertionError("texts can be written as JSON", e);
        }
    }

    /// A query of stored rows with DuckDB's own types.
    ///
    /// @param more SQL for columns at the end that are not the table's; empty, or beginning with a comma
    public String typed(String stored, String more) {
        if (all.stream().allMatch(StoredColumn::asStored)) {
            return stored;
        }
        return all.stream()
                .map(StoredColumns::typed)
                .collect(Collectors.joining(", ", "SELECT ", more + " FROM (" + stored + ")"));
    }

    private static String typed(StoredColumn column) {
        String name = TableName.quote(column.name());
        return column.asStored() ? name : "CAST(" + name + " AS " + column.duckType() + ") AS " + name;
    }

    private static StoredColumn column(Field field, @Nullable String duckType) {
        return duckType == null
                ? new StoredColumn(field.name(), field.type(), SqlTypes.of(field.type()), true)
                : new StoredColumn(field.name(), field.type(), duckType, false);
    }

    private static boolean isStored(DescribedColumn column) {
        return column.exact() && stored(column.type()).equals(column.type());
    }

    /// What the lake keeps of a type: a uuid or a time of day as text, since other engines misread or
    /// refuse them.
    private static Type stored(Type type) {
        return switch (type) {
            case Type.Primitive primitive ->
                primitive == Type.Primitive.UUID || primitive == Type.Primitive.TIME ? Type.Primitive.STRING : type;
            case Type.Decimal _ -> type;
            case Type.Listing listing -> new Type.Listing(stored(listing.element()));
            case Type.Mapping mapping -> new Type.Mapping(stored(mapping.key()), stored(mapping.value()));
            case Type.Struct struct ->
                new Type.Struct(struct.fields().stream()
                        .map(field -> new Field(field.name(), stored(field.type()), field.required(), field.doc()))
                        .toList());
        };
    }

    private static String distinct(String wanted, Set<String> taken) {
        String name = wanted;
        for (int n = 1; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = wanted + "_" + n;
        }
        return name;
    }

    private static List<String> duckTypes(DuckConnection connection, String select) {
        return connection.fetch("DESCRIBE " + select).stream()
                .map(row -> String.valueOf(row.get(1)))
                .toList();
    }

    private static Map<String, String> read(String note) {
        try {
            return JSON.readValue(note, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the types of the columns are noted in a way nobody can read: " + note, e);
        }
    }
}
