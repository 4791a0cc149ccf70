package basin.duck;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one DuckDB instance may take of the machine.
///
/// @param memoryBytes what DuckDB may hold in memory; it spills, or fails, rather than take more. Batches handed to
///     it are not counted, they belong to whoever filled them
/// @param temp the folder into which it spills; created when first needed
/// @param tempBytes what it may spill at most
/// @param threads how many threads work on one statement, the caller's among them; 1 where statements are fed by
///     [basin.core.rows.Rows], since a second thread would only wait, and would wait busily
public record DuckSettings(long memoryBytes, Path temp, long tempBytes, int threads) {

    public DuckSettings {
        if (memoryBytes < 1 || tempBytes < 0 || threads < 1) {
            throw new IllegalArgumentException(
                    "memory " + memoryBytes + ", temp " + tempBytes + ", threads " + threads + ": too little to run");
        }
    }

    /// DuckDB's own settings, by their names.
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("memory_limit", memoryBytes + "B");
        options.put("temp_directory", temp.toAbsolutePath().toString());
        options.put("max_temp_directory_size", tempBytes + "B");
        options.put("threads", String.valueOf(threads));
        options.put("preserve_insertion_order", "false");
        options.put("arrow_lossless_conversion", "true");
        options.put("autoinstall_known_extensions", "false");
        options.put("autoload_known_extensions", "false");
        options.put("allow_community_extensions", "false");
        return options;
    }
}
