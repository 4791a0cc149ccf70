package basin.lake.change;

import basin.core.stream.ChangeSchema;
import basin.duck.DuckConnection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The keys that changes touch, each time they do, in a temporary table: an update that gives a row
/// another key touches
/// two, since a row leaves the one and comes to the other.
///
/// @param table its name. Columns: the key as `k0`, `k1`..; `position`; `place`, as [RawChanges#PLACE]
///     says, where the
///              key has a row from then on, and -1 where it has none; `moved`, whether the row came
///     from another key
///              or went to one; `unsent`, the names of columns whose values were not sent, or null
/// @param width how many columns the key has
record Touches(String table, int width) {

    /// The place of what is not there.
    static final String NOWHERE = "-1";

    static Touches gather(String table, RawChanges changes, Overview overview, DuckConnection connection) {
        List<String> key = changes.key();
        String position = changes.alias(ChangeSchema.POSITION);
        String unsent = changes.alias(ChangeSchema.UNCHANGED);
        String before = changes.alias(ChangeSchema.BEFORE);
        String since = overview.truncation()
                .map(last -> " AND " + position + " > " + RawChanges.text(last))
                .orElse("");
        String moves = before + " IS NOT NULL AND NOT (" + pairs(changes.keyBefore(), key) + ")";
        String touches = "SELECT " + named(key) + ", " + position + " AS position, CASE WHEN "
                + changes.alias(ChangeSchema.OP) + " = 'd' THEN " + NOWHERE + " ELSE " + RawChanges.PLACE
                + " END AS place, " + moves + " AS moved, " + unsent + " AS unsent FROM " + changes.readEvents()
                + " WHERE " + changes.alias(ChangeSchema.OP) + " <> 't'" + since;
        if (overview.moves()) {
            touches += " UNION ALL SELECT " + named(changes.keyBefore()) + ", " + position + ", " + NOWHERE
                    + ", true, NULL FROM " + changes.readEvents() + " WHERE " + moves + since;
        }
        connection.execute("CREATE TEMP TABLE " + table + " AS " + touches);
        return new Touches(table, key.size());
    }

    /// The columns of the key, separated by commas.
    ///
    /// @param prefix qualifies them; empty or ending in a point
    String key(String prefix) {
        return IntStream.range(0, width).mapToObj(i -> prefix + "k" + i).collect(Collectors.joining(", "));
    }

    /// The columns of the key.
    List<String> columns() {
        return IntStream.range(0, width).mapToObj(i -> "k" + i).toList();
    }

    /// That two keys are the same; nulls are.
    static String pairs(List<String> one, List<String> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i) + " IS NOT DISTINCT FROM " + other.get(i))
                .collect(Collectors.joining(" AND "));
    }

    private static String named(List<String> key) {
        return IntStream.range(0, key.size())
                .mapToObj(i -> key.get(i) + " AS k" + i)
                .collect(Collectors.joining(", "));
    }
}
