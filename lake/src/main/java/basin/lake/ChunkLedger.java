package basin.lake;

import basin.core.stream.ChunkReceipt;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Snapshot;

/// Which chunks an unfinished load has, as its snapshots tell: each names, in its summary, the chunks it adds
/// with their files, or those it takes away.
///
/// @param entries by chunk id, in the order in which they came
record ChunkLedger(Map<String, Entry> entries) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// One chunk, as it stands in a summary.
    ///
    /// @param files names of files in the table's data folder
    record Entry(String chunk, long rows, String evidence, List<String> files) {
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

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a snapshot of the load names its chunks in a way nobody can read: " + text, e);
        }
    }
}
