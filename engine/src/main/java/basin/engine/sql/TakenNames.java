package basin.engine.sql;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names that no WITH clause may give to a query, because DuckDB finds something by them where it sees no such
/// query: a view of its own, which tells of its settings and of other people's queries, or a file.
///
/// [References] keeps to what DuckDB sees. Should the two ever differ, such a name would be the way out.
final class TakenNames {

    /// All views that DuckDB finds by their names alone.
    private static final Set<String> VIEWS = Set.of(
            "duckdb_columns",
            "duckdb_constraints",
            "duckdb_databases",
            "duckdb_indexes",
            "duckdb_logs",
            "duckdb_schemas",
            "duckdb_tables",
            "duckdb_types",
            "duckdb_views",
            "pg_am",
            "pg_attrdef",
            "pg_attribute",
            "pg_class",
            "pg_collation",
            "pg_constraint",
            "pg_database",
            "pg_depend",
            "pg_description",
            "pg_enum",
            "pg_index",
            "pg_indexes",
            "pg_namespace",
            "pg_prepared_statements",
            "pg_proc",
            "pg_sequence",
            "pg_sequences",
            "pg_settings",
            "pg_tables",
            "pg_tablespace",
            "pg_type",
            "pg_views",
            "pragma_database_list",
            "sqlite_master",
            "sqlite_schema",
            "sqlite_temp_master",
            "sqlite_temp_schema");

    /// DuckDB takes a name for that of a file by its ending.
    private static final Pattern FILE = Pattern.compile("\\.\\w");

    private TakenNames() {}

    static boolean has(String name) {
        return VIEWS.contains(name.toLowerCase(Locale.ROOT))
                || FILE.matcher(name).find();
    }
}
