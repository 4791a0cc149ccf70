package basin.lake.scan;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.duck.DuckConnection;
import basin.duck.OfferedRows;
import basin.lake.storage.LentFiles;
import basin.lake.storage.Storage;
import basin.lake.storage.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/// The rows of a table at one snapshot, as a query for DuckDB.
///
/// First [#prepare(DuckConnection)] on the connection that will run it, then [#sql()] as often as wanted; the
/// files stay readable until the scan is closed.
public final class TableScan implements AutoCloseable {
    private static final AtomicLong SCANS = new AtomicLong();

    private final Storage storage;
    private final List<NestedField> columns;
    private final LentFiles whole;
    private final List<DeletedRows> deleted;
    private final LentFiles partly;
    private final long bytes;
    private final String deletes = "basin_deletes_" + SCANS.incrementAndGet();

    private TableScan(Storage storage, List<NestedField> columns, List<FileScanTask> tasks) {
        this.storage = storage;
        this.columns = columns;
        List<FileScanTask> touched =
                tasks.stream().filter(task -> !task.deletes().isEmpty()).toList();
        this.deleted = touched.stream()
                .map(task -> new DeletedRows(task.file(), task.deletes()))
                .toList();
        this.bytes =
                tasks.stream().mapToLong(task -> task.file().fileSizeInBytes()).sum();
        this.whole = lend(tasks.stream().filter(task -> task.deletes().isEmpty()));
        this.partly = lend(touched.stream());
    }

    /// Finds the files that may hold rows of a predicate, and brings them near.
    ///
    /// @param snapshot null where the table has none: there are no rows
    /// @param schema   the columns that are wanted, by the ids of the table
    /// @throws ProblemException where another engine deleted rows in a way that Basin does not read
    public static TableScan plan(
            Table table, @Nullable Snapshot snapshot, Schema schema, Predicate predicate, Storage storage) {
        return new TableScan(
                storage, schema.columns(), snapshot == null ? List.of() : tasks(table, snapshot, schema, predicate));
    }

    /// Lets a connection know which rows are deleted. Does nothing where none are.
    public void prepare(DuckConnection connection) {
        if (deleted.isEmpty()) {
            return;
        }
        try (DeleteBits bits = new DeleteBits(deleted, storage);
                OfferedRows offered = connection.offer(bits)) {
            connection.execute("CREATE OR REPLACE TEMP TABLE " + deletes
                    + " AS SELECT file::UBIGINT AS file, bits::BIT AS bits FROM " + offered.name());
        }
        for (int i = 0; i < deleted.size(); i++) {
            if (!deleted.get(i).inVector()) {
                addPositions(connection, i);
            }
        }
    }

    /// A query without a semicolon: a SELECT of the columns, in their order, under their names.
    public String sql() {
        if (whole.paths().isEmpty() && partly.paths().isEmpty()) {
            return ReadParquet.empty(columns);
        }
        return Stream.of(untouched(), remaining())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" UNION ALL "));
    }

    /// How many data files are read.
    public int files() {
        return whole.paths().size() + partly.paths().size();
    }

    /// How many bytes these have.
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        whole.close();
        partly.close();
    }

    private String untouched() {
        return whole.paths().isEmpty()
                ? ""
                : "SELECT " + ReadParquet.names("", columns) + " FROM " + ReadParquet.call(whole.paths(), columns);
    }

    private String remaining() {
        return partly.paths().isEmpty()
                ? ""
                : "SELECT " + ReadParquet.names("t.", columns) + " FROM " + ReadParquet.call(partly.paths(), columns)
                        + " t LEFT JOIN " + deletes + " d ON t.file_index = d.file"
                        + " WHERE d.bits IS NULL OR get_bit(d.bits, t.file_row_number::INTEGER) = 0";
    }

    /// Position deletes of format version 2 stand in Parquet files of their own, each with rows of any data file.
    private void addPositions(DuckConnection connection, int file) {
        DeletedRows rows = deleted.get(file);
        List<StoredFile> stored = rows.deletes().stream()
                .map(delete -> new StoredFile(delete.location(), delete.fileSizeInBytes()))
                .toList();
        try (LentFiles lent = storage.lend(stored)) {
            String paths = lent.paths().stream()
                    .map(path -> ReadParquet.text(path.toString()))
                    .collect(Collectors.joining(", ", "[", "]"));
            connection.execute("INSERT INTO " + deletes + " SELECT " + file + ", bitstring_agg(pos, 0, "
                    + (rows.file().recordCount() - 1) + ") FROM read_parquet(" + paths + ") WHERE file_path = "
                    + ReadParquet.text(rows.file().location()));
        }
    }

    private LentFiles lend(Stream<FileScanTask> tasks) {
        return storage.lend(tasks.map(FileScanTask::file)
                .map(file -> new StoredFile(file.location(), file.fileSizeInBytes()))
                .toList());
    }

    private static List<FileScanTask> tasks(Table table, Snapshot snapshot, Schema schema, Predicate predicate) {
        // A scan of a snapshot goes by the schema of that time, one of the table by that of today.
        boolean today = snapshot.equals(table.currentSnapshot())
                && schema.schemaId() == table.schema().schemaId();
        org.apache.iceberg.TableScan scan =
                today ? table.newScan() : table.newScan().useSnapshot(snapshot.snapshotId());
        List<FileScanTask> found = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks =
                scan.filter(new Pruning(schema).of(predicate)).planFiles()) {
            for (FileScanTask task : tasks) {
                check(table, task);
                found.add(task);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the manifests of " + table.name(), e);
        }
        return found;
    }

    private static void check(Table table, FileScanTask task) {
        for (DeleteFile delete : task.deletes()) {
            if (delete.content() == FileContent.EQUALITY_DELETES) {
                throw new ProblemException(Problem.failed(
                                "the table " + table.name() + " has equality deletes, which Basin does not read",
                                Place.NOWHERE)
                        .because("another engine deleted rows by their values instead of their positions")
                        .advise("compact the table with the engine that wrote them"));
            }
        }
    }
}
