package basin.engine.sql;

import java.util.Locale;
import java.util.Set;

/// Which functions a query may call.
///
/// Of table functions, those that make rows out of nothing but their arguments: a list of what is allowed,
/// since DuckDB gains functions that read files, settings or other people's queries with every release. Of
/// the others, which compute a value from values, all but the few that reach beyond their arguments.
final class Functions {

    private static final Set<String> TABLES = Set.of(
            "range",
            "generate_series",
            "unnest",
            "repeat",
            "repeat_row",
            "json_each",
            "json_tree",
            "pg_timezone_names",
            "icu_calendar_names");

    private static final Set<String> REACHING = Set.of(
            // settings, among them folders of this machine
            "current_setting",
            "in_search_path",
            // the text of any statement, planned or run
            "json_serialize_plan",
            "json_execute_serialized_sql",
            // state of the database, shared by all queries
            "nextval",
            "currval",
            "setval",
            "write_log",
            "stats",
            "get_block_size",
            // environment and files, in clients and releases that have them
            "getenv",
            "read_text",
            "read_blob",
            "file_exists",
            // waiting, while others want to work
            "sleep_ms",
            "pg_sleep");

    private Functions() {}

    /// Whether it may stand where a table may.
    static boolean mayBeTable(String name) {
        return TABLES.contains(name.toLowerCase(Locale.ROOT));
    }

    /// Whether it may stand where a value may.
    static boolean mayBeValue(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !REACHING.contains(lower) && !lower.startsWith("__internal");
    }
}
