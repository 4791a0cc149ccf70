package basin.lake.schema;

import basin.core.rows.Field;
import basin.core.rows.Type;

/// One step by which the schema of a table grows. None of them rewrites a file: rows written before read as nulls
/// where a column was added and as wider values where one was widened.
///
/// Paths are the full names that columns had before any step: `address.street`, `lines.element.price`.
public sealed interface SchemaChange {

    /// The column, or the part of one, that changes.
    String path();

    /// A column that was not there.
    ///
    /// @param parent the path of the struct it is added to, or of the list or map of such structs; empty for a
    ///               column of the table
    record Added(String parent, Field field) implements SchemaChange {
        @Override
        public String path() {
            return parent.isEmpty() ? field.name() : parent + "." + field.name();
        }
    }

    /// A type that now holds more values.
    record Widened(String path, Type from, Type to) implements SchemaChange {}

    /// Nulls are allowed from now on.
    record MadeOptional(String path) implements SchemaChange {}

    /// Another name for the same values.
    record Renamed(String path, String to) implements SchemaChange {}

    /// Another description; may be empty.
    record Described(String path, String doc) implements SchemaChange {}
}
