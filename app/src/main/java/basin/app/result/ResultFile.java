package basin.app.result;

import basin.app.terminal.Screen;
import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Rows;
import basin.core.rows.WatchedRows;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.OfferedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// A result in a file. It is written beside its place and moved there when it is complete: whoever looks finds
/// what was there before, or all rows.
///
/// @param path    absolute; may exist, and is replaced then
/// @param shownAs the same as its user typed it
/// @param format  any
public record ResultFile(Path path, Path shownAs, ResultFormat format) {

    /// Writes all `rows`, which the caller closes, and says how many there were.
    ///
    /// @param duck gives the engine that writes Parquet; asked only for that, and closed by its owner
    /// @throws ProblemException if the file cannot be written, or the rows fail
    public long write(Rows rows, Supplier<Duck> duck) {
        Path unfinished = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid());
        try {
            long count = format == ResultFormat.PARQUET
                    ? writeParquet(rows, duck.get(), unfinished)
                    : writeText(rows, unfinished);
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return count;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("the file cannot be written", new Place.InFile(shownAs))
                            .because(DiskRefusal.reason(e)),
                    e);
        } finally {
            unfinished.toFile().delete();
        }
    }

    private long writeText(Rows rows, Path unfinished) throws IOException {
        try (Screen screen = Screen.toFile(Files.newOutputStream(unfinished))) {
            return RowsText.write(rows, format, screen);
        }
    }

    /// One file whatever its size, also where there are no rows: it still has its columns.
    private static long writeParquet(Rows rows, Duck duck, Path unfinished) {
        AtomicLong count = new AtomicLong();
        Rows counted = new WatchedRows(rows, batch -> count.addAndGet(batch.size()));
        try (DuckConnection connection = duck.connect();
                OfferedRows offered = connection.offer(counted)) {
            connection.execute("copy (from " + offered.name() + ") to '"
                    + unfinished.toString().replace("'", "''") + "' (format parquet, compression zstd)");
        }
        return count.get();
    }
}
