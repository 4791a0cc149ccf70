package basin.lake;

import basin.duck.DuckConnection;
import basin.duck.FieldIds;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.lake.scan.DeletedRows;
import basin.lake.scan.FilePlan;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import basin.lake.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;

/// Writes data files anew as one, without their deleted rows. Rows stay who they are: each keeps its
/// row id and the
/// number of the commit that changed it last, as the specification says of format version 3 ("Row
/// Lineage").
final class Compaction {
    private final TableHandle handle;
    private final DuckConnection connection;

    Compaction(TableHandle handle, DuckConnection connection) {
        this.handle = handle;
        this.connection = connection;
    }

    /// Compacts as far as [CompactionPlan] wants it in one step.
    ///
    /// @return how many files there are fewer; 0 where the table is fine as it is
    int run() {
        Snapshot before = handle.table().currentSnapshot();
        if (before == null) {
            return 0;
        }
        List<FileScanTask> all =
                handle.ask(() -> FilePlan.latest(handle.table(), Predicate.ANY, handle.knownFiles())).stream()
                        .filter(Compaction::standsAlone)
                        .toList();
        Optional<List<CompactionPlan.Candidate>> chosen = CompactionPlan.of(IntStream.range(0, all.size())
                .mapToObj(i -> candidate(i, all.get(i)))
                .toList());
        return chosen.map(files -> rewrite(
                        before,
                        files.stream().map(file -> all.get(file.number())).toList()))
                .orElse(0);
    }

    private int rewrite(Snapshot before, List<FileScanTask> old) {
        List<DataFile> written = handle.place(handle.check(write(old)));
        handle.commit((transaction, stamp) -> {
            RewriteFiles rewrite = stamp.on(transaction.newRewrite())
                    .validateFromSnapshot(before.snapshotId())
                    .dataSequenceNumber(before.sequenceNumber());
            for (FileScanTask task : old) {
                rewrite.deleteFile(task.file());
                task.deletes().forEach(rewrite::deleteFile);
            }
            written.forEach(rewrite::addFile);
            rewrite.commit();
        });
        return old.size() - written.size();
    }

    private List<ParquetFile> write(List<FileScanTask> old) {
        List<FieldIds.Field> ids =
                new ArrayList<>(TableSchema.fieldIds(handle.table().schema()).fields());
        Stream.of(MetadataColumns.ROW_ID, MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER)
                .map(column -> new FieldIds.Field(column.name(), column.fieldId()))
                .forEach(ids::add);
        ParquetLayout layout = new ParquetLayout(handle.staging(), new FieldIds(ids));
        try (TableScan scan = handle.ask(() -> TableScan.of(old, handle.table().schema(), handle.storage()))) {
            scan.prepare(connection);
            try {
                return ParquetWriter.write(connection, scan.sqlWithLineage(), layout);
            } finally {
                scan.forget(connection);
            }
        }
    }

    /// A file of position deletes speaks of other data files as well.
    private static boolean standsAlone(FileScanTask task) {
        return task.deletes().isEmpty() || new DeletedRows(task.file(), task.deletes()).inVector();
    }

    private static CompactionPlan.Candidate candidate(int number, FileScanTask task) {
        long deleted = task.deletes().stream()
                .mapToLong(delete -> delete.recordCount())
                .sum();
        return new CompactionPlan.Candidate(
                number, task.file().fileSizeInBytes(), task.file().recordCount(), deleted);
    }
}
