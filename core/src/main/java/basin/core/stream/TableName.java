package basin.core.stream;

/// The name of a table, as SQL sees it: `schema.name`. In the lake the schema is the source's name.
///
/// @param schema never empty
/// @param name   never empty; any characters the source allows
public record TableName(String schema, String name) implements Comparable<TableName> {

    public TableName {
        if (schema.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a table name needs a schema and a name");
        }
    }

    @Override
    public int compareTo(TableName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    /// For people; for SQL use [#quoted()].
    @Override
    public String toString() {
        return schema + "." + name;
    }

    /// Both parts as quoted SQL identifiers.
    public String quoted() {
        return quote(schema) + "." + quote(name);
    }

    /// `identifier` in double quotes, as standard SQL, Postgres and DuckDB read it.
    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
