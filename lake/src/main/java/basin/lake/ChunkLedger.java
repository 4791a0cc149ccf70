package basin.lake;

import basin.core.stream.ChunkReceipt;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;

/// Which chunks an unfinished load has, as its snapshots tell: each names, in its summary, the chunks it adds
/// with their files, or those it takes away.
///
/// @param entries by chunk id, in the order in which they came
record ChunkLedger(Map<String, Entry> entries) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Every metadata file of the table repeats what stands in its summaries.
    private static final int MOST_LOADED = 16;

    /// One chunk, as it stands in a summary.
    ///
    /// @param files names of files in the table's data folder
    record Entry(String chunk, long rows, String evidence, List<String> files) {
        static Entry of(LoadedChunk chunk) {
            List<String> names = chunk.files().stream()
                    .map(file -> String.valueOf(file.path().getFileName()))
                    .toList();
            ChunkReceipt receipt = chunk.receipt();
            return new Entry(receipt.chunk(), receipt.rows(), receipt.evidence(), names);
        }

        ChunkReceipt receipt() {
            return new ChunkReceipt(chunk, rows, evidence);
        }
    }

    /// Adds up the snapshots of a load.
    ///
    /// @param snapshots oldest first
    static ChunkLedger of(List<Snapshot> snapshots) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Snapshot snapshot : snapshots) {
            String removed = snapshot.summary().get(Keys.REMOVED);
            if (removed != null) {
                for (String chunk : read(removed, String[].class)) {
                    entries.remove(chunk);
                }
            }
            String added = snapshot.summary().get(Keys.CHUNKS);
            if (added != null) {
                for (Entry entry : read(added, Entry[].class)) {
                    entries.put(entry.chunk(), entry);
                }
            }
        }
        return new ChunkLedger(entries);
    }

    /// What stands in the summary of a snapshot: a list of [Entry] or of chunk ids.
    static String text(List<?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new AssertionError("records of texts and numbers can be written as JSON", e);
        }
    }

    /// Writes the chunks of a whole load into the summary of the snapshot that it ends with, unless they are many.
    static void noteLoaded(Collection<Entry> entries, SnapshotUpdate<?> update) {
        if (entries.size() <= MOST_LOADED) {
            update.set(Keys.LOADED, text(List.copyOf(entries)));
        }
    }

    /// The chunks of a whole load, as the snapshot tells that it ended with; empty for any other snapshot.
    static Optional<List<ChunkReceipt>> loaded(Snapshot snapshot) {
        return Optional.ofNullable(snapshot.summary().get(Keys.LOADED))
                .map(text -> Arrays.stream(read(text, Entry[].class))
                        .map(Entry::receipt)
                        .toList());
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a snapshot of the load names its chunks in a way nobody can read: " + text, e);
        }
    }
}
