package basin.lake;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.duck.ParquetFile;
import basin.lake.file.NewFile;
import basin.lake.scan.KnownFiles;
import basin.lake.storage.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.io.DeleteWriteResult;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.jspecify.annotations.Nullable;

/// A table as it was when somebody last looked, and the way to change it: the one place where commits
/// happen.
///
/// For one thread at a time.
final class TableHandle {
    private final TableName name;
    private final Place.InTable place;
    private final Table table;
    private final Supplier<Table> reload;
    private final Storage storage;
    private final KnownFiles knownFiles;
    private final LakeProblem problem;

    /// @param reload looks the table up again, past everything remembered
    TableHandle(
            TableName name,
            Table table,
            Supplier<Table> reload,
            Storage storage,
            KnownFiles knownFiles,
            LakeProblem problem) {
        this.name = name;
        this.place = new Place.InTable(name.toString());
        this.table = table;
        this.reload = reload;
        this.storage = storage;
        this.knownFiles = knownFiles;
        this.problem = problem;
    }

    /// The same table as a transaction shows it that is still open.
    TableHandle within(Transaction transaction) {
        return new TableHandle(name, transaction.table(), reload, storage, knownFiles, problem);
    }

    TableName name() {
        return name;
    }

    Place.InTable place() {
        return place;
    }

    Table table() {
        return table;
    }

    Storage storage() {
        return storage;
    }

    KnownFiles knownFiles() {
        return knownFiles;
    }

    /// The location of the folder that holds the table's data files.
    String dataFolder() {
        return table.location() + "/data";
    }

    /// The location of the folder that holds everything else.
    String metadataFolder() {
        return table.location() + "/metadata";
    }

    Path staging() {
        return ask(() -> storage.staging(dataFolder()));
    }

    /// Reads the footers of new files and checks them against the table.
    List<NewFile> check(List<ParquetFile> files) {
        return check(files, table.schema());
    }

    /// The same for columns that the table does not have yet.
    List<NewFile> check(List<ParquetFile> files, Schema columns) {
        if (table.spec().isPartitioned()) {
            throw new ProblemException(Problem.failed("the table is partitioned", place)
                    .because("Basin writes unpartitioned tables only, and finds rows by the bounds of each file")
                    .advise("write it with the engine that partitioned it"));
        }
        return ask(() -> NewFile.read(files.stream().map(ParquetFile::path).toList(), table, columns, place));
    }

    /// Moves checked files to where they stay. Nothing names them yet.
    List<DataFile> place(List<NewFile> files) {
        List<String> locations =
                ask(() -> storage.place(files.stream().map(NewFile::path).toList(), dataFolder()));
        List<DataFile> placed = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            placed.add(files.get(i).at(locations.get(i), table));
        }
        return placed;
    }

    /// Adds rows, with the position that the table then stands for, and notes something with them.
    void append(List<DataFile> added, @Nullable Position position, Map<String, String> notes) {
        commit((transaction, stamp) -> {
            AppendFiles append = stamp.on(transaction.newAppend());
            added.forEach(append::appendFile);
            finish(transaction, append, position);
            note(transaction, notes);
        });
    }

    /// Ends a change that comes with a position: it stands in the snapshot's summary, and in the table's
    /// properties, where it outlives the snapshot.
    void finish(Transaction transaction, SnapshotUpdate<?> update, @Nullable Position position) {
        if (position == null) {
            update.commit();
            return;
        }
        update.set(Keys.POSITION, position.text());
        update.commit();
        transaction.updateProperties().set(Keys.POSITION, position.text()).commit();
    }

    /// Adds rows and takes some away.
    ///
    /// @param before  the snapshot in which the rows were found; null where there was none
    /// @param deletes the rows that go, those that earlier vectors took away among them
    void commitRows(
            @Nullable Snapshot before,
            List<DataFile> added,
            DeleteWriteResult deletes,
            @Nullable Position position,
            Map<String, String> notes) {
        commit((transaction, stamp) -> {
            RowDelta delta = stamp.on(transaction.newRowDelta());
            added.forEach(delta::addRows);
            deletes.deleteFiles().forEach(delta::addDeletes);
            deletes.rewrittenDeleteFiles().forEach(delta::removeDeletes);
            if (before != null) {
                delta.validateFromSnapshot(before.snapshotId());
            }
            // A row that somebody else adds or deletes meanwhile may be one that was looked for.
            delta.validateNoConflictingDataFiles()
                    .validateNoConflictingDeleteFiles()
                    .validateDeletedFiles();
            finish(transaction, delta, position);
            note(transaction, notes);
        });
    }

    /// Notes something in the same commit as what else the transaction does.
    static void note(Transaction transaction, Map<String, String> notes) {
        if (!notes.isEmpty()) {
            UpdateProperties update = transaction.updateProperties();
            notes.forEach((key, value) -> update.set(Keys.NOTE + key, value));
            update.commit();
        }
    }

    /// Makes a change happen, all of it at once, or throws.
    ///
    /// @throws ProblemException of kind UNKNOWN where neither the commit nor a look afterwards told
    /// whether it happened
    void commit(Change change) {
        commit(table.newTransaction(), change);
        ask(() -> {
            table.refresh();
            return null;
        });
    }

    /// Ends a transaction with a change, as [#commit(Change)] does.
    void commit(Transaction transaction, Change change) {
        String id = UUID.randomUUID().toString();
        try {
            change.make(transaction, new Stamp(id, storage.isRemote()));
            transaction.commitTransaction();
        } catch (CommitStateUnknownException | UncheckedSQLException e) {
            if (!happened(id, e)) {
                throw new ProblemException(unknown().because(e.getMessage()), e);
            }
        } catch (RuntimeException e) {
            throw problem.of(e);
        }
    }

    /// Deletes the folder of a table that the catalog no longer knows.
    void deleteAllFiles() {
        ask(() -> {
            storage.files().deletePrefix(table.location() + "/");
            return null;
        });
    }

    /// Asks the table something, and says what goes wrong in words for people.
    <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw problem.of(e);
        }
    }

    private boolean happened(String id, RuntimeException lost) {
        try {
            for (Snapshot snapshot : reload.get().snapshots()) {
                if (id.equals(snapshot.summary().get(Keys.COMMIT))) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchTableException e) {
            return false;
        } catch (RuntimeException e) {
            e.addSuppressed(lost);
            throw new ProblemException(unknown().because(e.getMessage()), e);
        }
    }

    private Problem unknown() {
        return Problem.uncertain("a commit was sent to the catalog and its answer was lost", place)
                .advise("the table is whole either way: look at its position, then go on from there");
    }

    /// The steps of a change, written into a transaction that the caller commits.
    interface Change {
        void make(Transaction transaction, Stamp stamp);
    }

    /// Marks the snapshots of one commit, so that it can be found again, and says how to read manifests for them.
    ///
    /// @param remote whether they lie far away
    record Stamp(String id, boolean remote) {
        <T extends SnapshotUpdate<T>> T on(T update) {
            T marked = update.set(Keys.COMMIT, id);
            return remote ? marked : marked.scanManifestsWith(CallingThread.INSTANCE);
        }
    }
}
