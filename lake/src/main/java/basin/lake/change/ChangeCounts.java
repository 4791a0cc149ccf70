package basin.lake.change;

import basin.core.stream.ChangeSchema;
import basin.duck.DuckConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.jspecify.annotations.Nullable;

/// How many changes there were of each kind.
///
/// @param truncated how many times all rows went at once
public record ChangeCounts(long inserted, long updated, long deleted, long truncated) {

    public static final ChangeCounts NONE = new ChangeCounts(0, 0, 0, 0);

    /// Counts what is in files of a raw table.
    ///
    /// @param raw the columns of that table
    public static ChangeCounts of(List<Path> changes, Schema raw, DuckConnection connection) {
        if (changes.isEmpty()) {
            return NONE;
        }
        RawChanges files = new RawChanges(changes, raw, List.of());
        List<@Nullable Object> row = connection
                .fetch("SELECT " + columns(files.alias(ChangeSchema.OP)) + " FROM "
                        + files.read(List.of(files.column(ChangeSchema.OP).orElseThrow())))
                .getFirst();
        return of(row);
    }

    /// A select list that counts.
    ///
    /// @param op the column that says what a change is, in SQL
    static String columns(String op) {
        return Stream.of("c", "u", "d", "t")
                .map(kind -> "count(*) FILTER (" + op + " = '" + kind + "')")
                .collect(Collectors.joining(", "));
    }

    /// What such a list has found, at the beginning of a row.
    static ChangeCounts of(List<@Nullable Object> row) {
        return new ChangeCounts(number(row, 0), number(row, 1), number(row, 2), number(row, 3));
    }

    private static long number(List<@Nullable Object> row, int column) {
        return row.get(column) instanceof Long number ? number : 0;
    }

    public ChangeCounts plus(ChangeCounts more) {
        return new ChangeCounts(
                inserted + more.inserted, updated + more.updated, deleted + more.deleted, truncated + more.truncated);
    }

    public long total() {
        return inserted + updated + deleted + truncated;
    }
}
