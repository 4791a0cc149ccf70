package basin.engine.workspace.duck;

import basin.core.stream.TableName;
import basin.engine.statement.RelationName;
import java.util.Optional;

/// What names in statements mean.
///
/// @param database what the lake is called
/// @param schema   where names without a schema are looked for
record Names(String database, String schema) {

    /// The name in the lake; empty for one of another database, or of the session's temporary one.
    Optional<TableName> inLake(RelationName name) {
        if (!name.database().isEmpty()) {
            return name.database().equalsIgnoreCase(database)
                    ? Optional.of(new TableName(name.schema(), name.name()))
                    : Optional.empty();
        }
        if (name.schema().equalsIgnoreCase("temp")) {
            return Optional.empty();
        }
        // `database.table`, as DuckDB understands it where no schema is called like the database.
        boolean lone = name.schema().isEmpty()
                || (name.schema().equalsIgnoreCase(database) && !schema.equalsIgnoreCase(database));
        return Optional.of(new TableName(lone ? schema : name.schema(), name.name()));
    }

    /// A schema in the lake; empty for one of another database.
    Optional<String> schemaInLake(RelationName name) {
        return name.schema().isEmpty() || name.schema().equalsIgnoreCase(database)
                ? Optional.of(name.name())
                : Optional.empty();
    }
}
