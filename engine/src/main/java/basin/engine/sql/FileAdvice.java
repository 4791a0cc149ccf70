package basin.engine.sql;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What to do for whoever wants to ask a file, which no query may read.
public final class FileAdvice {
    private static final String ADVICE = "put a CSV file into seeds/, and 'basin seed' makes a table of it; other files"
            + " a model may read: select from them in models/, then 'basin run'";

    private static final Pattern READER = Pattern.compile("read_.*|.*_scan|sniff_csv|glob|parquet_.*");
    private static final Pattern FILE =
            Pattern.compile(".*([/\\\\]|\\.(csv|tsv|txt|json|ndjson|jsonl|parquet|xlsx)(\\.gz|\\.zst)?$).*");

    private FileAdvice() {}

    /// For a table function; null where it reads no files.
    static @Nullable String forFunction(String name) {
        return READER.matcher(name.toLowerCase(Locale.ROOT)).matches() ? ADVICE : null;
    }

    /// For what stands where a table should; null where it does not look like a file.
    public static @Nullable String forTable(String name) {
        return FILE.matcher(name.toLowerCase(Locale.ROOT)).matches() ? ADVICE : null;
    }
}
