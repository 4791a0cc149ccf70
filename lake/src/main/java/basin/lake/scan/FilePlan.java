package basin.lake.scan;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.lake.storage.StoredFile;
import java.util.List;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/// Which data files may hold the rows somebody wants, with the deletes that belong to each, from table metadata
/// alone.
public final class FilePlan {

    private FilePlan() {}

    /// Files of the newest snapshot; none where there is no snapshot.
    public static List<FileScanTask> latest(Table table, Predicate predicate, KnownFiles known) {
        Snapshot newest = table.currentSnapshot();
        return newest == null ? List.of() : of(table, newest, table.schema(), predicate, known);
    }

    /// Files of a snapshot.
    ///
    /// @param schema gives the predicate's names their meaning
    /// @throws ProblemException where another engine deleted rows in a way that Basin does not read
    static List<FileScanTask> of(Table table, Snapshot snapshot, Schema schema, Predicate predicate, KnownFiles known) {
        List<FileScanTask> found = known.of(table, snapshot, schema, new Pruning(schema).of(predicate));
        found.forEach(task -> check(table, task));
        return found;
    }

    /// The data files, to be lent.
    public static List<StoredFile> files(List<FileScanTask> tasks) {
        return tasks.stream()
                .map(FileScanTask::file)
                .map(file -> new StoredFile(file.location(), file.fileSizeInBytes()))
                .toList();
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
