package basin.duck;

import java.util.List;
import java.util.stream.Collectors;

/// The ids that Parquet files carry for their columns, so that a column is found again after it was renamed.
///
/// @param fields the columns of a table or the fields of a struct; for a list, one field called `element`;
///     for a map, two called `key` and `value`; empty inside all other types
public record FieldIds(List<Field> fields) {

    /// No ids: files are then matched by the names of their columns.
    public static final FieldIds NONE = new FieldIds(List.of());

    public FieldIds {
        fields = List.copyOf(fields);
    }

    public static FieldIds of(Field... fields) {
        return new FieldIds(List.of(fields));
    }

    /// One column.
    ///
    /// @param name   as in the rows that are written
    /// @param id     unique within the table, at every depth
    /// @param inside the columns inside this one
    public record Field(String name, int id, FieldIds inside) {

        /// A column without columns inside.
        public Field(String name, int id) {
            this(name, id, NONE);
        }
    }

    /// The value of DuckDB's COPY option FIELD_IDS.
    String sql() {
        return fields.stream().map(FieldIds::entry).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String entry(Field field) {
        String own = String.valueOf(field.id());
        if (!field.inside().fields().isEmpty()) {
            own = "{__duckdb_field_id: " + own + ", " + field.inside().sql().substring(1);
        }
        return Sql.text(field.name()) + ": " + own;
    }
}
