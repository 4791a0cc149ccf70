package basin.lake.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.InclusiveMetricsEvaluator;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.PropertyUtil;

/// The data files of snapshots, with their statistics; those that were asked for lately are remembered. A snapshot
/// never changes, and to read its manifests anew for every query would take longer than many a query.
///
/// For any thread.
public final class KnownFiles {

    /// How many statistics of columns are remembered, of all files and snapshots; each takes some hundred bytes.
    private static final long LIMIT = 60_000;

    private final LinkedHashMap<Key, List<FileScanTask>> known = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /// The files of a snapshot that may hold rows which fulfil an expression.
    ///
    /// @param schema gives the names in the expression their meaning
    List<FileScanTask> of(Table table, Snapshot snapshot, Schema schema, Expression expression) {
        if (size(table, snapshot) > LIMIT / 4) {
            return read(scan(table, snapshot, schema).filter(expression), table);
        }
        InclusiveMetricsEvaluator evaluator = new InclusiveMetricsEvaluator(schema, expression);
        return all(table, snapshot).stream()
                .filter(task -> evaluator.eval(task.file()))
                .toList();
    }

    private List<FileScanTask> all(Table table, Snapshot snapshot) {
        Key key = new Key(table.uuid(), snapshot.snapshotId(), size(table, snapshot));
        synchronized (known) {
            List<FileScanTask> tasks = known.get(key);
            if (tasks != null) {
                return tasks;
            }
        }
        List<FileScanTask> tasks =
                read(table.newScan().useSnapshot(snapshot.snapshotId()).includeColumnStats(), table);
        remember(key, tasks);
        return tasks;
    }

    private void remember(Key key, List<FileScanTask> tasks) {
        synchronized (known) {
            if (known.put(key, tasks) == null) {
                size += key.size();
            }
            while (size > LIMIT) {
                Map.Entry<Key, List<FileScanTask>> eldest = known.pollFirstEntry();
                size -= eldest.getKey().size();
            }
        }
    }

    /// A scan of a snapshot goes by the schema of that time, one of the table by that of today.
    private static TableScan scan(Table table, Snapshot snapshot, Schema schema) {
        boolean today = snapshot.equals(table.currentSnapshot())
                && schema.schemaId() == table.schema().schemaId();
        return today ? table.newScan() : table.newScan().useSnapshot(snapshot.snapshotId());
    }

    private static List<FileScanTask> read(TableScan scan, Table table) {
        List<FileScanTask> found = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
            tasks.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the manifests of " + table.name(), e);
        }
        return found;
    }

    /// One for each column of each file, and one for the file.
    private static long size(Table table, Snapshot snapshot) {
        int files = PropertyUtil.propertyAsInt(
                snapshot.summary(), SnapshotSummary.TOTAL_DATA_FILES_PROP, Integer.MAX_VALUE);
        return files * (1L + table.schema().columns().size());
    }

    /// @param size what it counts for
    private record Key(UUID table, long snapshot, long size) {}
}
