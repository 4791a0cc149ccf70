package basin.lake.change;

import basin.duck.DuckConnection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Where the values are that updates left as they were and that the source did not send: Postgres does
/// so with values
/// that are stored outside of their row.
///
/// While a row is known under one key, from its coming to its going, the value of a column is the one
/// sent last. If
/// none was, and the row came from another key, the search goes on with the row that left that key;
/// otherwise the value
/// is the one that the table of newest rows has.
///
/// @param table a temporary table with one row for each row that remains and lacks values. Columns:
///     `place` of the row;
///              for each of the columns, `v0`, `v1`.., the place of the change that sent its value,
///     null where none
///              did; the key under which the table has the row, as `k0`, `k1`..; `stored`, whether
///     anything is to be
///              looked for there
record UnsentValues(String table, List<String> columns) {

    /// @param columns names, at least one
    /// @param stays   another temporary table that may be made
    static UnsentValues find(
            String table, String stays, List<String> columns, Touches touches, DuckConnection connection) {
        connection.execute("CREATE TEMP TABLE " + stays + " AS " + stays(columns, touches));
        try {
            connection.execute("CREATE TEMP TABLE " + table + " AS " + chains(columns, touches, stays));
        } finally {
            connection.execute("DROP TABLE IF EXISTS " + stays);
        }
        return new UnsentValues(table, columns);
    }

    /// Each time that a key had a row, from its coming to its going: where the last change of it is,
    /// and where the last
    /// that sent each column. The change that ends it is its last.
    private static String stays(List<String> columns, Touches touches) {
        String key = touches.key("");
        String sent = each(
                columns,
                i -> ", arg_max(place, position) FILTER (place >= 0 AND NOT coalesce(list_contains(unsent, "
                        + RawChanges.text(columns.get(i)) + "), false)) AS v" + i);
        return "SELECT " + key
                + ", min(position) AS came, max(position) AS went, arg_max(place, position) AS place,"
                + " arg_min(moved AND place >= 0, position) AS moved" + sent + " FROM (SELECT *,"
                + " count(*) FILTER (place < 0) OVER (PARTITION BY " + key
                + " ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS stay FROM "
                + touches.table() + ") GROUP BY " + key + ", stay";
    }

    /// Walks back from the stays that last, through the keys that their rows had before.
    private static String chains(List<String> columns, Touches touches, String stays) {
        String values = each(columns, i -> ", v" + i);
        String lacking = IntStream.range(0, columns.size())
                .mapToObj(i -> "v" + i + " IS DISTINCT FROM place")
                .collect(Collectors.joining(" OR "));
        String found = each(columns, i -> ", arg_min(v" + i + ", depth) AS v" + i);
        String keys = IntStream.range(0, touches.width())
                .mapToObj(i -> ", struct_extract(arg_max(struct_pack(k := k" + i + "), depth), 'k') AS k" + i)
                .collect(Collectors.joining());
        String none = IntStream.range(0, columns.size())
                .mapToObj(i -> "v" + i + " IS NULL")
                .collect(Collectors.joining(" OR "));
        return "WITH RECURSIVE chain AS (SELECT place, came, moved, 0 AS depth, " + touches.key("") + values + " FROM "
                + stays + " WHERE place >= 0 AND (" + lacking
                + ") UNION ALL SELECT c.place, s.came, s.moved, c.depth + 1, "
                + touches.key("s.") + each(columns, i -> ", s.v" + i) + " FROM chain c JOIN " + stays
                + " s ON c.moved AND s.place < 0 AND s.went = c.came) SELECT *, " + none
                + " AS stored FROM (SELECT place" + found + keys + " FROM chain GROUP BY place)";
    }

    private static String each(List<String> columns, java.util.function.IntFunction<String> part) {
        return IntStream.range(0, columns.size()).mapToObj(part).collect(Collectors.joining());
    }
}
