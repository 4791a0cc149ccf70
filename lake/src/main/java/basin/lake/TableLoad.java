package basin.lake;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Schema;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import basin.duck.FieldIds;
import basin.duck.ParquetFile;
import basin.lake.schema.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.util.SnapshotUtil;

/// A full load that gathers beside the table and takes its place at once.
///
/// It lies on the branch `load`, which no reader asks for: readers see what was there before, or an empty table,
/// until the load is published. Each commit names the chunks it adds and the evidence for them, so that a load
/// that was interrupted, even by a power cut, is picked up with what it had.
///
/// For one thread at a time: the one that commits while others read and write.
public final class TableLoad {
    private final TableHandle handle;
    private final String id;
    private final Optional<PendingColumns> columns;

    private TableLoad(TableHandle handle, String id, Optional<PendingColumns> columns) {
        this.handle = handle;
        this.id = id;
        this.columns = columns;
    }

    /// Begins a load with nothing in it.
    ///
    /// @param columns empty where the table keeps its own
    static TableLoad begin(TableHandle handle, String id, Optional<PendingColumns> columns) {
        handle.commit((transaction, stamp) -> {
            if (handle.table().refs().containsKey(Keys.LOAD_BRANCH)) {
                transaction.manageSnapshots().removeBranch(Keys.LOAD_BRANCH).commit();
            }
            ManageSnapshots snapshots = transaction.manageSnapshots().createBranch(Keys.LOAD_BRANCH);
            snapshots
                    .setMinSnapshotsToKeep(Keys.LOAD_BRANCH, Integer.MAX_VALUE)
                    .setMaxSnapshotAgeMs(Keys.LOAD_BRANCH, Long.MAX_VALUE)
                    .commit();
            DeleteFiles nothing = stamp.on(transaction.newDelete())
                    .deleteFromRowFilter(Expressions.alwaysTrue())
                    .set(Keys.LOAD, id)
                    .toBranch(Keys.LOAD_BRANCH);
            columns.ifPresent(pending -> pending.note(nothing));
            nothing.commit();
        });
        return new TableLoad(handle, id, columns);
    }

    /// The load that was begun and neither published nor abandoned.
    static Optional<TableLoad> unfinished(TableHandle handle) {
        return steps(handle.table()).stream()
                .findFirst()
                .map(Snapshot::summary)
                .map(begun -> new TableLoad(handle, begun.getOrDefault(Keys.LOAD, ""), PendingColumns.in(begun)));
    }

    /// What it was begun with.
    public String id() {
        return id;
    }

    /// Whether its rows are to have the columns that the table has.
    public boolean keepsColumns() {
        return columns.isEmpty();
    }

    /// Whether the table is to get exactly these columns with it, and still can.
    public boolean bringsColumns(Schema wanted) {
        return columns.filter(pending -> pending.schema(handle).equals(wanted) && pending.standsFor(handle))
                .isPresent();
    }

    /// The ids that files must carry. See [LakeTable#fieldIds(Schema)].
    public FieldIds fieldIds(Schema rows) {
        return columns.map(pending -> pending.fieldIds(rows))
                .orElseGet(() -> TableSchema.fieldIds(handle.table().schema(), rows));
    }

    /// The chunks that are in it.
    public List<ChunkReceipt> receipts() {
        return ledger().entries().values().stream()
                .map(ChunkLedger.Entry::receipt)
                .toList();
    }

    /// The folder of this machine into which files are to be written before they are added.
    public Path staging() {
        return handle.staging();
    }

    /// Adds chunks. A commit takes some 50 to 100 ms however many there are, so add those together that came
    /// together.
    ///
    /// @param chunks none of which is in the load
    /// @throws ProblemException where a file does not fit, or the commit fails or may have failed
    public void add(List<LoadedChunk> chunks) {
        List<ParquetFile> files =
                chunks.stream().flatMap(chunk -> chunk.files().stream()).toList();
        List<DataFile> added = handle.place(
                columns.isPresent() ? handle.check(files, columns.get().columns()) : handle.check(files));
        List<ChunkLedger.Entry> entries =
                chunks.stream().map(ChunkLedger.Entry::of).toList();
        change((transaction, stamp) -> {
            AppendFiles append = stamp.on(transaction.newAppend());
            added.forEach(append::appendFile);
            append.set(Keys.CHUNKS, ChunkLedger.text(entries))
                    .toBranch(Keys.LOAD_BRANCH)
                    .commit();
        });
    }

    /// Takes a chunk out again that no longer holds what the source has.
    ///
    /// @throws ProblemException where it is not in the load, or the commit fails or may have failed
    public void remove(String chunk) {
        ChunkLedger.Entry entry = ledger().entries().get(chunk);
        if (entry == null) {
            throw new ProblemException(Problem.failed("the load has no chunk '" + chunk + "'", handle.place()));
        }
        change((transaction, stamp) -> {
            DeleteFiles delete = stamp.on(transaction.newDelete());
            entry.files().forEach(file -> delete.deleteFile(handle.dataFolder() + "/" + file));
            delete.set(Keys.REMOVED, ChunkLedger.text(List.of(chunk)))
                    .toBranch(Keys.LOAD_BRANCH)
                    .commit();
        });
    }

    /// Puts the load in place of the table's rows, for all readers at once. What the table had before stays among
    /// its snapshots. This object is of no use afterwards.
    ///
    /// @param position what the table then stands for
    public void publish(Position position) {
        change((transaction, stamp) -> {
            List<Snapshot> steps = steps(transaction.table());
            columns.ifPresent(pending -> pending.make(transaction, handle));
            AppendFiles last = stamp.on(transaction.newAppend())
                    .set(Keys.POSITION, position.text())
                    .toBranch(Keys.LOAD_BRANCH);
            ChunkLedger.noteLoaded(ChunkLedger.of(steps).entries().values(), last);
            last.commit();
            transaction
                    .manageSnapshots()
                    .replaceBranch(SnapshotRef.MAIN_BRANCH, Keys.LOAD_BRANCH)
                    .removeBranch(Keys.LOAD_BRANCH)
                    .commit();
            transaction.updateProperties().set(Keys.POSITION, position.text()).commit();
            // Half a load is no state of the table: nobody is to find it by its number.
            ExpireSnapshots expire = transaction.expireSnapshots().expireOlderThan(0);
            steps.forEach(step -> expire.expireSnapshotId(step.snapshotId()));
            expire.cleanupLevel(ExpireSnapshots.CleanupLevel.NONE).commit();
        });
    }

    /// Drops the load with all that is in it. Its files go with the next upkeep. This object is of no use
    /// afterwards.
    public void abandon() {
        handle.commit((transaction, _) ->
                transaction.manageSnapshots().removeBranch(Keys.LOAD_BRANCH).commit());
    }

    private void change(TableHandle.Change change) {
        if (!handle.table().refs().containsKey(Keys.LOAD_BRANCH)) {
            throw new IllegalStateException("the load is published or abandoned");
        }
        handle.commit(change);
    }

    private ChunkLedger ledger() {
        return ChunkLedger.of(steps(handle.table()));
    }

    /// The snapshots of the load, oldest first, from the one on that began it.
    private static List<Snapshot> steps(Table table) {
        List<Snapshot> steps = new ArrayList<>();
        SnapshotRef branch = table.refs().get(Keys.LOAD_BRANCH);
        if (branch == null) {
            return List.of();
        }
        for (Snapshot snapshot : SnapshotUtil.ancestorsOf(branch.snapshotId(), table::snapshot)) {
            steps.add(snapshot);
            if (snapshot.summary().containsKey(Keys.LOAD)) {
                return steps.reversed();
            }
        }
        return List.of();
    }
}
