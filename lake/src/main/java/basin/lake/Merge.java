package basin.lake;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.Position;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.lake.file.NewFile;
import basin.lake.scan.DeletedRows;
import basin.lake.scan.FilePlan;
import basin.lake.scan.KeySearch;
import basin.lake.schema.TableSchema;
import basin.lake.storage.LentFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.io.DeleteWriteResult;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/// Puts new rows in place of those with the same key: the new ones are added, the old ones marked in a deletion
/// vector beside each data file, both in one commit. Data files are never written again, so a merge costs as much
/// as it changes.
final class Merge {
    private final TableHandle handle;
    private final DuckConnection connection;
    private final List<NestedField> key;

    /// @param connection finds the rows, by reading the key columns of files that may hold them
    /// @param key        names of columns of the table, at least one
    Merge(TableHandle handle, DuckConnection connection, List<String> key) {
        this.handle = handle;
        this.connection = connection;
        this.key = key.stream()
                .map(name -> TableSchema.column(handle.table().schema(), name).orElseThrow(() -> noSuchColumn(name)))
                .toList();
    }

    /// Merges files.
    ///
    /// @param gone of whose rows only the keys count: nothing comes in their place
    /// @return how many rows were replaced, those counted that newer ones among the new rows made void
    long run(List<ParquetFile> files, List<ParquetFile> gone, @Nullable Position position) {
        if (files.isEmpty() && gone.isEmpty()) {
            handle.append(List.of(), position);
            return 0;
        }
        List<NewFile> checked = handle.check(files);
        Snapshot before = handle.table().currentSnapshot();
        try (KeySearch search = new KeySearch(connection, files, gone, key)) {
            List<FileScanTask> candidates =
                    handle.ask(() -> FilePlan.latest(handle.table(), search.range(), handle.knownFiles()));
            Map<Integer, BitSet> replaced = replaced(search, candidates);
            Map<Integer, BitSet> made = search.voidRows();
            List<DataFile> added = handle.place(checked);
            Vectors vectors = new Vectors(handle);
            replaced.forEach((file, rows) -> vectors.delete(candidates.get(file), rows));
            made.forEach((file, rows) -> vectors.delete(added.get(file), rows));
            DeleteWriteResult deletes = handle.ask(vectors::write);
            commit(before, added, deletes, position);
            return vectors.deleted();
        }
    }

    private Map<Integer, BitSet> replaced(KeySearch search, List<FileScanTask> candidates) {
        long most = candidates.stream()
                .mapToLong(task -> task.file().recordCount())
                .max()
                .orElse(0);
        try (LentFiles lent = handle.ask(() -> handle.storage().lend(FilePlan.files(candidates)))) {
            return search.rowsIn(lent.paths(), most);
        }
    }

    private void commit(
            @Nullable Snapshot before, List<DataFile> added, DeleteWriteResult deletes, @Nullable Position position) {
        handle.commit((transaction, stamp) -> {
            RowDelta delta = stamp.on(transaction.newRowDelta());
            added.forEach(delta::addRows);
            deletes.deleteFiles().forEach(delta::addDeletes);
            deletes.rewrittenDeleteFiles().forEach(delta::removeDeletes);
            if (before != null) {
                delta.validateFromSnapshot(before.snapshotId());
            }
            // A row that somebody else adds or deletes meanwhile may have one of the keys.
            delta.validateNoConflictingDataFiles()
                    .validateNoConflictingDeleteFiles()
                    .validateDeletedFiles();
            handle.finish(transaction, delta, position);
        });
    }

    private ProblemException noSuchColumn(String name) {
        return new ProblemException(
                Problem.failed("the key names a column '" + name + "' that the table does not have", handle.place()));
    }

    /// Deletion vectors being gathered, one per data file.
    private static final class Vectors {
        private final TableHandle handle;
        private final Map<String, PositionDeleteIndex> previous = new HashMap<>();
        private final BaseDVFileWriter writer;
        private long deleted;

        Vectors(TableHandle handle) {
            this.handle = handle;
            OutputFileFactory files = OutputFileFactory.builderFor(handle.table(), 0, 0)
                    .format(FileFormat.PUFFIN)
                    .build();
            this.writer = new BaseDVFileWriter(files, path -> previous.getOrDefault(path, PositionDeleteIndex.empty()));
        }

        /// Marks rows of a file of the table; a file whose rows are all marked already is left alone.
        void delete(FileScanTask task, BitSet rows) {
            if (!task.deletes().isEmpty()) {
                PositionDeleteIndex gone = vector(new DeletedRows(task.file(), task.deletes()));
                gone.forEach(row -> rows.clear(Math.toIntExact(row)));
                previous.put(task.file().location(), gone);
            }
            delete(task.file(), rows);
        }

        /// Marks rows of a new file.
        void delete(DataFile file, BitSet rows) {
            Table table = handle.table();
            rows.stream()
                    .forEach(row ->
                            writer.delete(file.location(), row, table.specs().get(file.specId()), file.partition()));
            deleted += rows.cardinality();
        }

        DeleteWriteResult write() {
            try (writer) {
                // Closing it is what writes.
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write deletion vectors of " + handle.name(), e);
            }
            return writer.result();
        }

        long deleted() {
            return deleted;
        }

        private PositionDeleteIndex vector(DeletedRows rows) {
            if (!rows.inVector()) {
                throw new ProblemException(
                        Problem.failed("rows of the table were deleted in the way of format version 2", handle.place())
                                .advise("compact the table with the engine that did so, then merge into it"));
            }
            return handle.ask(() -> rows.vector(handle.storage()));
        }
    }
}
