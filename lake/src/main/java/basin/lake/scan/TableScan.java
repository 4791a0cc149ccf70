package basin.lake.scan;

import basin.core.problem.ProblemException;
import basin.duck.DuckConnection;
import basin.duck.OfferedRows;
import basin.lake.storage.LentFiles;
import basin.lake.storage.Storage;
import basin.lake.storage.StoredFile;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/// The rows of a table at one snapshot, as a query for DuckDB.
///
/// First [#prepare(DuckConnection)] on the connection that will run it, then [#sql()] as often as
/// wanted; the files stay readable until the scan is closed.
public final class TableScan implements AutoCloseable {
    private static final AtomicLong SCANS = new AtomicLong();
    private static final List<NestedField> LINEAGE =
            List.of(MetadataColumns.ROW_ID, MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER);

    private final Storage storage;
    private final List<NestedField> columns;
    private final List<FileScanTask> tasks;
    private final LentFiles whole;
    private final List<DeletedRows> deleted;
    private final LentFiles partly;
    private final long bytes;
    private final long number = SCANS.incrementAndGet();
    private String deletes = "basin_deletes_" + number;
    private boolean shared;

    private TableScan(Storage storage, List<NestedField> columns, List<FileScanTask> tasks) {
        this.storage = storage;
        this.columns = columns;
        List<FileScanTask> touched =
                tasks.stream().filter(task -> !task.deletes().isEmpty()).toList();
        List<FileScanTask> untouched =
                tasks.stream().filter(task -> task.deletes().isEmpty()).toList();
        this.tasks = Stream.concat(untouched.stream(), touched.stream()).toList();
        this.deleted = touched.stream()
                .map(task -> new DeletedRows(task.file(), task.deletes()))
                .toList();
        this.bytes =
                tasks.stream().mapToLong(task -> task.file().fileSizeInBytes()).sum();
        this.whole = storage.lend(FilePlan.files(untouched));
        this.partly = storage.lend(FilePlan.files(touched));
    }

    /// Finds the files that may hold rows of a predicate, and brings them near.
    ///
    /// @param snapshot null where the table has none: there are no rows
    /// @param schema   the columns that are wanted, by the ids of the table
    /// @throws ProblemException where another engine deleted rows in a way that Basin does not read
    public static TableScan plan(
            Table table,
            @Nullable Snapshot snapshot,
            Schema schema,
            Predicate predicate,
            Storage storage,
            KnownFiles known) {
        return new TableScan(
                storage,
                schema.columns(),
                snapshot == null ? List.of() : FilePlan.of(table, snapshot, schema, predicate, known));
    }

    /// The rows of some data files, all of them.
    ///
    /// @param tasks  files of one snapshot, with what is deleted of each
    /// @param schema as for [#plan]
    public static TableScan of(List<FileScanTask> tasks, Schema schema, Storage storage) {
        return new TableScan(storage, schema.columns(), tasks);
    }

    /// Lets all connections of an instance know which rows are deleted, in place of one: those that see
    /// a schema.
    ///
    /// @param schema in SQL; a table is made in it where rows are deleted, which
    ///               [#forget(DuckConnection)] drops
    public void prepareIn(String schema, DuckConnection connection) {
        deletes = schema + ".basin_deletes_" + number;
        shared = true;
        prepare(connection);
    }

    /// Drops what the scan was prepared with.
    public void forget(DuckConnection connection) {
        if (!deleted.isEmpty()) {
            connection.execute("DROP TABLE IF EXISTS " + deletes);
        }
    }

    /// Lets a connection know which rows are deleted. Does nothing where none are.
    public void prepare(DuckConnection connection) {
        if (deleted.isEmpty()) {
            return;
        }
        try (DeleteBits bits = new DeleteBits(deleted, storage);
                OfferedRows offered = connection.offer(bits)) {
            connection.execute("CREATE OR REPLACE " + (shared ? "TABLE " : "TEMP TABLE ") + deletes
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
        return whole.paths().isEmpty() && partly.paths().isEmpty() ? ReadParquet.empty(columns) : sql("", "");
    }

    /// As [#sql()], with the place of each row in two more columns at the end: which of [#tasks()] it is
    /// in, and its number there, both from 0.
    ///
    /// @param file what the first is to be called, in SQL
    /// @param row  what the second is to be called, in SQL
    public String sqlWithPositions(String file, String row) {
        if (tasks.isEmpty()) {
            return ReadParquet.empty(columns).replaceFirst(" WHERE false$", "") + ", CAST(NULL AS BIGINT) AS " + file
                    + ", CAST(NULL AS BIGINT) AS " + row + " WHERE false";
        }
        String number = ", file_row_number AS " + row;
        return sql(
                ", file_index::BIGINT AS " + file + number,
                ", file_index::BIGINT + " + whole.paths().size() + " AS " + file + number);
    }

    /// As [#sql()], with two more columns at the end: the id of each row, and the number of the commit
    /// that changed it
    /// last. They are those that the specification reserves for this, and null where nobody knows.
    public String sqlWithLineage() {
        int untouched = whole.paths().size();
        return Stream.of(
                        untouched(lineage(tasks.subList(0, untouched)), LINEAGE),
                        remaining(lineage(tasks.subList(untouched, tasks.size())), LINEAGE))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" UNION ALL "));
    }

    /// A row that was never written again is known by where it was written first.
    private static String lineage(List<FileScanTask> files) {
        String first = values(files, task -> task.file().firstRowId());
        String commits = values(files, task -> task.file().dataSequenceNumber());
        return ", coalesce(" + ReadParquet.alias(MetadataColumns.ROW_ID) + ", " + first
                + " + file_row_number) AS " + MetadataColumns.ROW_ID.name() + ", coalesce("
                + ReadParquet.alias(MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER) + ", " + commits + ") AS "
                + MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER.name();
    }

    /// For each row what a file says, in SQL.
    private static String values(List<FileScanTask> files, Function<FileScanTask, @Nullable Long> value) {
        return files.stream()
                .map(file -> String.valueOf(value.apply(file)))
                .collect(Collectors.joining(", ", "CAST([", "] AS BIGINT[])[(file_index + 1)::BIGINT]"));
    }

    /// The data files that are read, in the order in which positions number them.
    public List<FileScanTask> tasks() {
        return tasks;
    }

    /// Fetches the places of rows, as [#sqlWithPositions(String, String)] numbers them.
    ///
    /// @param from what stands after FROM
    /// @param file the column with the number of the file, in SQL
    /// @param row  the column with the number of the row, in SQL
    /// @return by the number of a file the numbers of its rows; files without any are left out
    public Map<Integer, BitSet> positions(DuckConnection connection, String from, String file, String row) {
        long most = tasks.stream()
                .mapToLong(task -> task.file().recordCount())
                .max()
                .orElse(0);
        return RowPositions.fetch(
                connection,
                "(SELECT " + file + " AS file_index, " + row + " AS file_row_number FROM " + from + ")",
                most);
    }

    private String sql(String andOfUntouched, String andOfRemaining) {
        return Stream.of(untouched(andOfUntouched, List.of()), remaining(andOfRemaining, List.of()))
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

    /// @param read columns that `more` speaks of
    private String untouched(String more, List<NestedField> read) {
        return whole.paths().isEmpty()
                ? ""
                : "SELECT " + ReadParquet.names("", columns) + more + " FROM "
                        + ReadParquet.call(whole.paths(), with(read));
    }

    /// All bit strings are one value, so that a row finds its own without a join: a scan with them takes
    /// a fifth longer than one without, where joining them to the rows takes four times as long.
    private String remaining(String more, List<NestedField> read) {
        return partly.paths().isEmpty()
                ? ""
                : "SELECT " + ReadParquet.names("", columns) + more + " FROM "
                        + ReadParquet.call(partly.paths(), with(read))
                        + " WHERE get_bit((SELECT list(bits ORDER BY file) FROM " + deletes
                        + ")[(file_index + 1)::BIGINT], file_row_number::INTEGER) = 0";
    }

    private List<NestedField> with(List<NestedField> more) {
        return Stream.concat(columns.stream(), more.stream()).toList();
    }

    /// Position deletes of format version 2 stand in Parquet files of their own, each with rows of any
    /// data file.
    private void addPositions(DuckConnection connection, int file) {
        DeletedRows rows = deleted.get(file);
        List<StoredFile> stored = rows.deletes().stream()
                .map(delete -> new StoredFile(delete.location(), delete.fileSizeInBytes()))
                .toList();
        try (LentFiles lent = storage.lend(stored)) {
            String paths = lent.paths().stream()
                    .map(path -> ReadParquet.text(path.toString()))
                    .collect(Collectors.joining(", ", "[", "]"));
            long all = rows.file().recordCount();
            connection.execute("INSERT INTO " + deletes + " SELECT " + file + ", coalesce(bitstring_agg(pos, 0, "
                    + (all - 1) + "), bitstring('0', " + all + ")) FROM read_parquet(" + paths + ") WHERE file_path = "
                    + ReadParquet.text(rows.file().location()));
        }
    }
}
