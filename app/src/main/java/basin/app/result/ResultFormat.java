package basin.app.result;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How rows are written.
public enum ResultFormat {
    /// Aligned, for people.
    TABLE,
    CSV,
    /// One array of objects.
    JSON,
    /// One object per line.
    NDJSON,
    /// A file for other engines.
    PARQUET;

    /// The format that a file's name asks for, by its ending; null if it asks for none.
    public static @Nullable ResultFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> CSV;
            case "json" -> JSON;
            case "ndjson", "jsonl" -> NDJSON;
            case "parquet" -> PARQUET;
            case "txt" -> TABLE;
            default -> null;
        };
    }

    /// As it is written on the command line.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
