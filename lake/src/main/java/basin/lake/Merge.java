package basin.lake;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.Position;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.lake.file.NewFile;
import basin.lake.scan.FilePlan;
import basin.lake.scan.KeySearch;
import basin.lake.schema.TableSchema;
import basin.lake.storage.LentFiles;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.io.DeleteWriteResult;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/// Puts new rows in place of those with the same key: the new ones are added, the old ones marked in a
/// deletion vector beside each data file, both in one commit. Data files are never written again, so a
/// merge costs as much as it changes.
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
    long run(List<ParquetFile> files, List<ParquetFile> gone, @Nullable Position position, Map<String, String> notes) {
        if (files.isEmpty() && gone.isEmpty()) {
            handle.append(List.of(), position, notes);
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
            DeletionVectors vectors = new DeletionVectors(handle);
            replaced.forEach((file, rows) -> vectors.delete(candidates.get(file), rows));
            made.forEach((file, rows) -> vectors.delete(added.get(file), rows));
            DeleteWriteResult deletes = handle.ask(vectors::write);
            handle.commitRows(before, added, deletes, position, notes);
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

    private ProblemException noSuchColumn(String name) {
        return new ProblemException(
                Problem.failed("the key names a column '" + name + "' that the table does not have", handle.place()));
    }
}
