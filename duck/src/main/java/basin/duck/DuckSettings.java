package basin.duck;

import java.nio.file.Path;

/// What one DuckDB instance may take of the machine.
///
/// @param memoryBytes what DuckDB may hold in memory; it spills, or fails, rather than take more. Batches handed to it
///                    are not counted, they belong to whoever filled them
/// @param temp        the folder into which it spills; created when first needed
/// @param tempBytes   what it may spill at most
/// @param threads     how many threads of its own and its callers' work on one statement; 1 where each statement is fed
///                    by [basin.core.rows.Rows], since a second thread would only wait, and would wait busily
public record DuckSettings(long memoryBytes, Path temp, long tempBytes, int threads) {

    public DuckSettings {
        if (memoryBytes < 1 || tempBytes < 0 || threads < 1) {
            throw new IllegalArgumentException(
                    "memory " + memoryBytes + ", temp " + tempBytes + ", threads " + threads + ": too little to run");
        }
    }
}
