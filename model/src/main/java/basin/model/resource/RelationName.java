package basin.model.resource;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The full name of a table or view.
///
/// @param database null where the target has none
/// @param quoting which parts are written in quotes
public record RelationName(@Nullable String database, String schema, String identifier, Quoting quoting) {

    /// Which parts of a name are written in quotes.
    public record Quoting(boolean database, boolean schema, boolean identifier) {
        /// All of them: what DuckDB's and Trino's adapters do.
        public static final Quoting ALL = new Quoting(true, true, true);
    }

    /// As it is written in SQL: `"dev"."main"."orders"`.
    public String sql() {
        StringJoiner sql = new StringJoiner(".");
        if (database != null && !database.isEmpty()) {
            sql.add(part(database, quoting.database()));
        }
        if (!schema.isEmpty()) {
            sql.add(part(schema, quoting.schema()));
        }
        return sql.add(part(identifier, quoting.identifier())).toString();
    }

    private static String part(String name, boolean quoted) {
        return quoted ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
