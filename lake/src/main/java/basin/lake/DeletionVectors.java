package basin.lake;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.lake.scan.DeletedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.io.DeleteWriteResult;
import org.apache.iceberg.io.OutputFileFactory;

/// Deletion vectors being gathered, one per data file. For one thread.
final class DeletionVectors {
    private final TableHandle handle;
    private final Map<String, PositionDeleteIndex> previous = new HashMap<>();
    private final BaseDVFileWriter writer;
    private long deleted;

    DeletionVectors(TableHandle handle) {
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
                .forEach(
                        row -> writer.delete(file.location(), row, table.specs().get(file.specId()), file.partition()));
        deleted += rows.cardinality();
    }

    /// Writes the vectors; a commit is still to name them.
    DeleteWriteResult write() {
        try (writer) {
            // Closing it is what writes.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write deletion vectors of " + handle.name(), e);
        }
        return writer.result();
    }

    /// How many rows were marked that were not before.
    long deleted() {
        return deleted;
    }

    private PositionDeleteIndex vector(DeletedRows rows) {
        if (!rows.inVector()) {
            throw new ProblemException(
                    Problem.failed("rows of the table were deleted in the way of format version 2", handle.place())
                            .advise("compact the table with the engine that did so, then try again"));
        }
        return handle.ask(() -> rows.vector(handle.storage()));
    }
}
