package basin.connect;

import basin.core.rows.Batch;
import basin.core.stream.Chunk;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a test has read of a stream.
///
/// @param rows by column name, values as ordinary Java objects
public record Loaded(
        List<Map<String, @Nullable Object>> rows, List<ChunkReceipt> receipts, List<RejectedRow> rejected) {

    public Loaded() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /// All of a stream.
    public static Loaded all(SourceSnapshot snapshot, String stream) {
        return all(snapshot, stream, null);
    }

    /// What is new in a stream.
    public static Loaded all(SourceSnapshot snapshot, String name, @Nullable Position after) {
        Stream stream = stream(snapshot, name);
        Loaded loaded = new Loaded();
        for (Chunk chunk : snapshot.chunks(stream, after)) {
            loaded.read(snapshot, stream, chunk);
        }
        return loaded;
    }

    /// The whole of a stream, read by a snapshot of its own.
    public static Loaded all(Source source, String stream) {
        try (SourceSnapshot snapshot = source.snapshot()) {
            return all(snapshot, stream);
        }
    }

    public static Stream stream(SourceSnapshot snapshot, String name) {
        return snapshot.discovery().stream(name)
                .orElseThrow(() -> new AssertionError("no stream " + name + " in " + snapshot.discovery()));
    }

    /// Reads one chunk into this.
    public ChunkReceipt read(SourceSnapshot snapshot, Stream stream, Chunk chunk) {
        try (ChunkRows chunkRows = snapshot.read(stream, chunk, rejected::add)) {
            for (Batch batch = chunkRows.next(); batch != null; batch = chunkRows.next()) {
                add(batch);
                batch.close();
            }
            receipts.add(chunkRows.receipt());
            return chunkRows.receipt();
        }
    }

    /// The values of a column, in the order of the rows.
    public List<@Nullable Object> column(String name) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(name)));
        return values;
    }

    private void add(Batch batch) {
        for (int row = 0; row < batch.size(); row++) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 0; i < batch.columns().size(); i++) {
                values.put(
                        batch.schema().fields().get(i).name(), batch.column(i).get(row));
            }
            rows.add(values);
        }
    }
}
