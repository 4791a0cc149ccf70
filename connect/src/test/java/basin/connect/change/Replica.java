package basin.connect.change;

import basin.connect.Loaded;
import basin.connect.RejectedRow;
import basin.connect.Source;
import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.core.problem.Problem;
import basin.core.rows.Batch;
import basin.core.rows.Field;
import basin.core.stream.ChangeSchema;
import basin.core.stream.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tables in memory that follow a source: the plainest thing that can be done with changes.
public final class Replica implements ChangeSink {

    private static final Duration STEP = Duration.ofMillis(50);
    private static final int STEPS = 1200;

    private final Map<String, Map<List<@Nullable Object>, Map<String, @Nullable Object>>> tables = new TreeMap<>();
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<String, List<Map<String, @Nullable Object>>> changes = new TreeMap<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final Map<String, Problem> discontinued = new TreeMap<>();
    private final List<String> altered = new ArrayList<>();

    /// Loads every followed stream that is not there yet.
    public void load(Source source) {
        try (SourceSnapshot snapshot = source.snapshot()) {
            for (Stream stream : snapshot.discovery().streams()) {
                if (stream.mode() == Stream.Mode.FOLLOWED && !positions.containsKey(stream.name())) {
                    Map<List<@Nullable Object>, Map<String, @Nullable Object>> table = new HashMap<>();
                    Loaded loaded = Loaded.all(snapshot, stream.name());
                    loaded.rows().forEach(row -> table.put(key(stream, row, table.size()), row));
                    rejected.addAll(loaded.rejected());
                    tables.put(stream.name(), table);
                    positions.put(stream.name(), snapshot.position(stream));
                }
            }
        }
    }

    /// What each table stands for.
    public Map<String, Position> positions() {
        return positions;
    }

    /// Reads until the source's present position is reached, cut by cut, and acknowledges each.
    public void catchUp(ChangeReader reader) {
        Position head = reader.head();
        for (int i = 0; !reader.hasReached(head); i++) {
            if (i == STEPS) {
                throw new AssertionError(head + " is never reached");
            }
            reader.acknowledge(step(reader, STEP).position());
        }
    }

    /// Reads one cut, and keeps it.
    public Cut step(ChangeReader reader, Duration time) {
        Cut cut = reader.read(time, Long.MAX_VALUE, this);
        positions.putAll(cut.tables());
        return cut;
    }

    /// The rows of a table, by key.
    public Map<List<@Nullable Object>, Map<String, @Nullable Object>> table(String stream) {
        return Objects.requireNonNull(tables.get(stream), stream);
    }

    /// The changes of a stream, as they came.
    public List<Map<String, @Nullable Object>> changes(String stream) {
        return changes.getOrDefault(stream, List.of());
    }

    /// One column of the changes of a stream, as they came.
    public List<@Nullable Object> column(String stream, String column) {
        List<@Nullable Object> values = new ArrayList<>();
        changes(stream).forEach(change -> values.add(change.get(column)));
        return values;
    }

    public List<RejectedRow> rejected() {
        return rejected;
    }

    public Map<String, Problem> discontinued() {
        return discontinued;
    }

    public List<String> altered() {
        return altered;
    }

    @Override
    public void changes(Stream stream, Batch batch) {
        try (batch) {
            for (int row = 0; row < batch.size(); row++) {
                Map<String, @Nullable Object> change = new LinkedHashMap<>();
                for (int i = 0; i < batch.columns().size(); i++) {
                    change.put(
                            batch.schema().fields().get(i).name(),
                            batch.column(i).get(row));
                }
                changes.computeIfAbsent(stream.name(), _ -> new ArrayList<>()).add(change);
                apply(stream, change);
            }
        }
    }

    private void apply(Stream stream, Map<String, @Nullable Object> change) {
        Map<List<@Nullable Object>, Map<String, @Nullable Object>> table = table(stream.name());
        Map<String, @Nullable Object> row = new LinkedHashMap<>(change);
        row.keySet().removeAll(ChangeSchema.NAMES);
        List<@Nullable Object> key = key(stream, row, table.size());
        switch (String.valueOf(change.get(ChangeSchema.OP))) {
            case "t" -> table.clear();
            case "d" -> table.remove(key);
            default -> {
                List<@Nullable Object> before = key;
                if (change.get(ChangeSchema.BEFORE) instanceof Map<?, ?> former) {
                    before = new ArrayList<>(former.values());
                }
                Map<String, @Nullable Object> old = table.remove(before);
                if (change.get(ChangeSchema.UNCHANGED) instanceof List<?> unchanged && old != null) {
                    unchanged.forEach(name -> row.put((String) name, old.get((String) name)));
                }
                table.put(key, row);
            }
        }
    }

    private static List<@Nullable Object> key(Stream stream, Map<String, @Nullable Object> row, int number) {
        List<@Nullable Object> key = new ArrayList<>();
        stream.schema().primaryKey().forEach(name -> key.add(row.get(name)));
        return key.isEmpty() ? List.of(number) : key;
    }

    @Override
    public void altered(Stream before, Stream after, Map<String, String> renames) {
        altered.add(before.name() + names(before) + " -> " + names(after) + " " + renames);
        for (Map<String, @Nullable Object> row : table(after.name()).values()) {
            renames.forEach((now, then) -> row.put(now, row.remove(then)));
            row.keySet().retainAll(names(after));
            names(after).forEach(name -> row.putIfAbsent(name, null));
        }
    }

    private static List<String> names(Stream stream) {
        return stream.schema().fields().stream().map(Field::name).toList();
    }

    @Override
    public void discontinued(Stream stream, Problem why) {
        discontinued.put(stream.name(), why);
        positions.remove(stream.name());
    }

    @Override
    public void reject(RejectedRow row) {
        rejected.add(row);
    }
}
