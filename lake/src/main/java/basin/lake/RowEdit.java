package basin.lake;

import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.lake.file.NewFile;
import basin.lake.scan.TableScan;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.io.DeleteWriteResult;
import org.jspecify.annotations.Nullable;

/// A change of single rows: some are looked for in the table as it was when the edit began, and go;
/// others come. Both happen in one commit, and no data file is written again.
///
/// For one thread, and one commit.
public final class RowEdit implements AutoCloseable {

    /// What the two columns with the place of each row are called, in SQL.
    public static final String FILE = "\"basin file\"";

    public static final String ROW = "\"basin row\"";

    private final TableHandle handle;
    private final @Nullable Snapshot before;
    private final TableScan scan;
    private final DuckConnection connection;

    /// @param before     the snapshot that is scanned; null where the table has none
    /// @param connection is told which rows are deleted already
    RowEdit(TableHandle handle, @Nullable Snapshot before, TableScan scan, DuckConnection connection) {
        this.handle = handle;
        this.before = before;
        this.scan = scan;
        this.connection = connection;
        scan.prepare(connection);
    }

    /// A query of the table's rows: its columns, then [#FILE] and [#ROW].
    public String sql() {
        return scan.sqlWithPositions(FILE, ROW);
    }

    /// Makes the change.
    ///
    /// @param from  what stands after FROM to get at [#FILE] and [#ROW] of the rows that go, each any
    ///              number of times; empty where none do
    /// @param added files written for the table; may be none
    /// @param notes written in the same commit; see [LakeTable#notes()]
    /// @return how many rows went
    public long commit(String from, List<ParquetFile> added, Map<String, String> notes) {
        List<NewFile> checked = handle.check(added);
        Map<Integer, BitSet> removed = from.isEmpty() ? Map.of() : scan.positions(connection, from, FILE, ROW);
        if (removed.isEmpty() && checked.isEmpty() && notes.isEmpty()) {
            return 0;
        }
        List<DataFile> placed = handle.place(checked);
        DeletionVectors vectors = new DeletionVectors(handle);
        removed.forEach((file, rows) -> vectors.delete(scan.tasks().get(file), rows));
        DeleteWriteResult deletes = handle.ask(vectors::write);
        handle.commitRows(before, placed, deletes, null, notes);
        return vectors.deleted();
    }

    @Override
    public void close() {
        scan.forget(connection);
        scan.close();
    }
}
