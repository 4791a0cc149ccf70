package basin.lake;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table of a source, in memory, and the changes it tells of. A column `big` stands for values that
/// a source does not
/// send where an update leaves them as they are.
final class Replay {
    static final Schema SCHEMA = new Schema(
            List.of(
                    Field.required("shop", Type.Primitive.STRING),
                    Field.required("id", Type.Primitive.INT),
                    Field.optional("value", Type.Primitive.LONG),
                    Field.optional("big", Type.Primitive.STRING),
                    Field.optional("other", Type.Primitive.STRING)),
            List.of("shop", "id"));

    private final Map<Key, Row> rows = new TreeMap<>();
    private final List<String> untold = new ArrayList<>();
    private int changes;

    /// The key of a row.
    record Key(String shop, int id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }

        String struct() {
            return "{'shop': " + text(shop) + ", 'id': " + id + "::INTEGER}";
        }
    }

    /// The rest of a row.
    record Row(long value, @Nullable String big, @Nullable String other) {}

    /// Something an application does. What makes no sense for the rows that are there, does nothing.
    sealed interface Action {
        record Put(Key key, long value) implements Action {}

        record Delete(Key key) implements Action {}

        record Move(Key from, Key to) implements Action {}

        record Truncate() implements Action {}
    }

    void apply(Action action) {
        switch (action) {
            case Action.Put put when rows.containsKey(put.key()) -> update(put.key(), put.key(), put.value());
            case Action.Put put -> insert(put.key(), put.value());
            case Action.Delete delete -> delete(delete.key());
            case Action.Move move
            when rows.containsKey(move.from()) && !rows.containsKey(move.to()) ->
                update(move.from(), move.to(), changes);
            case Action.Move _ -> {}
            case Action.Truncate _ -> {
                rows.clear();
                tell("t", null, null, null, List.of());
            }
        }
    }

    private void insert(Key key, long value) {
        Row row = new Row(value, "big " + changes, value % 3 == 0 ? null : "other " + changes);
        rows.put(key, row);
        tell("c", null, key, row, List.of());
    }

    /// Every other value changes the large columns too.
    private void update(Key from, Key to, long value) {
        Row old = rows.remove(from);
        List<String> unchanged = new ArrayList<>();
        String big = value % 2 == 0 ? "big " + changes : old.big();
        String other = value % 3 == 0 ? "other " + changes : old.other();
        if (value % 2 != 0) {
            unchanged.add("big");
        }
        if (value % 3 != 0) {
            unchanged.add("other");
        }
        rows.put(to, new Row(value, big, other));
        tell(
                "u",
                from.equals(to) ? null : from,
                to,
                new Row(value, value % 2 == 0 ? big : null, value % 3 == 0 ? other : null),
                unchanged);
    }

    private void delete(Key key) {
        if (rows.remove(key) != null) {
            tell("d", null, key, null, List.of());
        }
    }

    private void tell(String op, @Nullable Key before, @Nullable Key key, @Nullable Row row, List<String> unchanged) {
        String position = "%016x.%08x".formatted(changes / 3, changes % 3);
        changes++;
        untold.add("(" + text(op) + ", " + text(position) + ", '2026-01-01'::TIMESTAMPTZ, "
                + (unchanged.isEmpty()
                        ? "NULL::VARCHAR[]"
                        : unchanged.stream().map(Replay::text).collect(Collectors.joining(", ", "[", "]")))
                + ", " + (before == null ? "NULL::STRUCT(shop VARCHAR, id INTEGER)" : before.struct()) + ", "
                + (key == null ? "NULL, NULL" : text(key.shop()) + ", " + key.id()) + ", "
                + (row == null ? "NULL, NULL, NULL" : row.value() + ", " + text(row.big()) + ", " + text(row.other()))
                + ")");
    }

    /// The changes since the last call, as queries of the columns of [ChangeSchema]: each is to be one
    /// file.
    List<String> tell() {
        List<String> files = new ArrayList<>();
        for (int from = 0; from < untold.size(); from += 7) {
            files.add("SELECT _op, _position, _committed_at, _unchanged::VARCHAR[] AS _unchanged, _before,"
                    + " shop::VARCHAR AS shop, id::INTEGER AS id, value::BIGINT AS \"value\", big::VARCHAR AS big,"
                    + " other::VARCHAR AS other FROM (VALUES "
                    + String.join(", ", untold.subList(from, Math.min(untold.size(), from + 7)))
                    + ") v(_op, _position, _committed_at, _unchanged, _before, shop, id, value, big, other)");
        }
        untold.clear();
        return files;
    }

    /// How many changes there were.
    int changes() {
        return changes;
    }

    /// The rows as [Workbench#rows] shows them.
    List<String> rows() {
        Map<Key, Row> all = new HashMap<>(rows);
        return all.entrySet().stream()
                .map(row -> row.getKey().shop() + "|" + row.getKey().id() + "|"
                        + row.getValue().value() + "|" + row.getValue().big() + "|"
                        + row.getValue().other())
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "NULL" : "'" + value + "'";
    }
}
