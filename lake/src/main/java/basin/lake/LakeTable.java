package basin.lake;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Schema;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.duck.FieldIds;
import basin.duck.ParquetFile;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import basin.lake.schema.SchemaChange;
import basin.lake.schema.SchemaEvolution;
import basin.lake.schema.SchemaReplacement;
import basin.lake.schema.TableSchema;
import basin.lake.storage.LentFiles;
import basin.lake.storage.StoredFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.HistoryEntry;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotChanges;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.util.SnapshotUtil;
import org.jspecify.annotations.Nullable;

/// A table of the lake: as it was when it was asked for, and after every change made through this object.
///
/// Each change happens as a whole or not at all, for every reader at once. Where a change comes with a
/// position, the two are one: no reader finds the rows without the position.
///
/// For one thread at a time; ask the lake for another object where a second thread needs one.
public final class LakeTable {
    private final TableHandle handle;

    LakeTable(TableHandle handle) {
        this.handle = handle;
    }

    public TableName name() {
        return handle.name();
    }

    /// Columns and key. Descriptions are those the table was created or last evolved with.
    ///
    /// @throws ProblemException where another engine added a column of a type that Basin does not know
    public Schema schema() {
        return TableSchema.toBasin(table().schema(), table().properties(), handle.place());
    }

    /// The ids that files with all columns of this table must carry.
    public FieldIds fieldIds() {
        return TableSchema.fieldIds(table().schema());
    }

    /// The ids that files must carry whose rows have not all columns of this table, such as those of a
    /// source that lost one since.
    ///
    /// @param rows the columns of the rows; those that the table does not have are left out
    public FieldIds fieldIds(Schema rows) {
        return TableSchema.fieldIds(table().schema(), rows);
    }

    /// The folder of this machine into which files for this table are to be written before they are
    /// handed to it. Files that are never handed over are deleted by upkeep.
    public Path staging() {
        return handle.staging();
    }

    /// Adds rows.
    ///
    /// @param files    written into [#staging()] with [#fieldIds()]; none at all only moves the position
    /// @param position what the table stands for afterwards; null where it comes from no source
    /// @throws ProblemException where a file does not fit, or the commit fails or may have failed
    public void append(List<ParquetFile> files, @Nullable Position position) {
        handle.append(handle.place(handle.check(files)), position, Map.of());
    }

    /// As the other, with notes.
    ///
    /// @param notes written in the same commit; see [#notes()]
    public void append(List<ParquetFile> files, Position position, Map<String, String> notes) {
        handle.append(handle.place(handle.check(files)), position, notes);
    }

    /// Adds rows that come from no source.
    ///
    /// @param notes written in the same commit; see [#notes()]
    /// @throws ProblemException as for [#append]
    public void add(List<ParquetFile> files, Map<String, String> notes) {
        if (files.isEmpty()) {
            note(notes);
        } else {
            handle.append(handle.place(handle.check(files)), null, notes);
        }
    }

    /// Puts rows in place of all there are. Earlier snapshots keep theirs.
    ///
    /// @param files    as for [#append]; none makes the table empty
    /// @param position as for [#append]
    /// @throws ProblemException as for [#append]
    public void overwrite(List<ParquetFile> files, @Nullable Position position) {
        overwrite(files, position, _ -> {});
    }

    /// The same as a full load of which nothing was kept before: see [#loaded()].
    ///
    /// @param chunks all there are
    public void load(List<LoadedChunk> chunks, Position position) {
        List<ParquetFile> files =
                chunks.stream().flatMap(chunk -> chunk.files().stream()).toList();
        List<ChunkLedger.Entry> entries =
                chunks.stream().map(ChunkLedger.Entry::of).toList();
        overwrite(files, position, update -> ChunkLedger.noteLoaded(entries, update));
    }

    /// The chunks whose rows the table has, all of them and no others; empty where it was not filled by a full load,
    /// or has changed since, or where they were too many to be remembered.
    public Optional<List<ChunkReceipt>> loaded() {
        return Optional.ofNullable(table().currentSnapshot()).flatMap(ChunkLedger::loaded);
    }

    /// Begins to replace all rows, and with them the columns: see [Lake#replace].
    TableReplacement replace(Schema wanted) {
        return handle.ask(() -> {
            Transaction transaction = table().newTransaction();
            SchemaReplacement.make(transaction, wanted);
            return new TableReplacement(handle.within(transaction), transaction, false, TableReplacement.Ending.NONE);
        });
    }

    /// Adds rows, each in place of the one that has the same key, if there is one. Of several new rows
    /// with the same key the last one counts; a null in a key is equal to a null.
    ///
    /// @param files      as for [#append]; the later a file in the list, and a row in its file, the
    ///                   newer it is
    /// @param key        names of columns, at least one
    /// @param position   as for [#append]
    /// @param connection finds the rows that are replaced
    /// @return how many rows were replaced
    /// @throws ProblemException as for [#append]; of kind TRANSIENT where another writer came in between
    public long merge(
            List<ParquetFile> files, List<String> key, @Nullable Position position, DuckConnection connection) {
        return merge(files, List.of(), key, position, connection);
    }

    /// As the other, and takes rows away in whose place nothing comes.
    ///
    /// @param gone files with the columns of the key, whose ids they carry: rows of the table that have one of
    ///             these keys go. They may lie anywhere on this machine
    /// @return how many rows were replaced or taken away
    public long merge(
            List<ParquetFile> files,
            List<ParquetFile> gone,
            List<String> key,
            @Nullable Position position,
            DuckConnection connection) {
        return new Merge(handle, connection, key).run(files, gone, position, Map.of());
    }

    /// The same for rows that come from no source.
    ///
    /// @param notes written in the same commit; see [#notes()]
    public long merge(List<ParquetFile> files, List<String> key, DuckConnection connection, Map<String, String> notes) {
        if (files.isEmpty()) {
            note(notes);
            return 0;
        }
        return new Merge(handle, connection, key).run(files, List.of(), null, notes);
    }

    /// Begins a change of single rows, which are looked for in the table as this object knows it.
    ///
    /// @param connection looks for the rows
    /// @return to be closed once it is committed or given up
    public RowEdit edit(DuckConnection connection) {
        return new RowEdit(handle, table().currentSnapshot(), scan(AsOf.LATEST, Predicate.ANY), connection);
    }

    /// What keeps rows of another schema from being made to fit by [#evolve]: each column whose type clashes;
    /// empty where nothing does.
    ///
    /// @param renames as for [#evolve]
    public List<Problem> clashes(Schema wanted, Map<String, String> renames) {
        return SchemaEvolution.clashes(schema(), wanted, renames, handle.place());
    }

    /// Begins a full load; one that was unfinished is abandoned.
    ///
    /// @param id tells loads apart; only its giver understands it
    public TableLoad beginLoad(String id) {
        return TableLoad.begin(handle, id, Optional.empty());
    }

    /// As the other, of rows with other columns: once it is published, and not before, the table has exactly
    /// these.
    public TableLoad beginLoad(String id, Schema wanted) {
        return TableLoad.begin(handle, id, Optional.of(PendingColumns.of(table(), wanted)));
    }

    /// The full load that was begun and neither published nor abandoned, to be gone on with.
    public Optional<TableLoad> unfinishedLoad() {
        return TableLoad.unfinished(handle);
    }

    /// Whether it was made for a load that has not ended: it has no rows yet, which says nothing about those that it
    /// is to have.
    public boolean isAwaited() {
        return table().currentSnapshot() == null && table().properties().containsKey(Keys.AWAITED);
    }

    /// The position that came with the newest rows; empty where none ever did.
    public Optional<Position> position() {
        return Optional.ofNullable(table().properties().get(Keys.POSITION)).map(Position::new);
    }

    /// Lets rows of another schema fit: adds columns, widens types, allows nulls, describes anew. See
    /// [SchemaEvolution] for what becomes of a column that is wanted no more.
    ///
    /// @param renames names of columns, each with the one it is to have
    /// @return what was changed; empty where nothing had to be
    /// @throws ProblemException with every column whose type clashes; the table is then as it was
    public List<SchemaChange> evolve(Schema wanted, Map<String, String> renames) {
        SchemaEvolution evolution = SchemaEvolution.between(schema(), wanted, renames, handle.place());
        if (evolution.changes().isEmpty() && schema().primaryKey().equals(wanted.primaryKey())) {
            return List.of();
        }
        handle.commit((transaction, _) -> {
            UpdateSchema update = transaction.updateSchema();
            update.setIdentifierFields(List.of());
            evolution.applyTo(update);
            update.commit();
            TableSchema.setKey(transaction, wanted.primaryKey());
        });
        return evolution.changes();
    }

    /// Takes columns away. Earlier snapshots keep theirs.
    ///
    /// @param names of columns the table has, not all of them
    public void dropColumns(List<String> names) {
        handle.commit((transaction, _) -> {
            UpdateSchema update = transaction.updateSchema();
            update.setIdentifierFields(List.of());
            names.forEach(update::deleteColumn);
            update.commit();
        });
    }

    /// The rows of the table as a query for DuckDB.
    ///
    /// @param predicate what is known of the rows that are wanted, so that files without them are left
    ///                  alone
    /// @return to be closed once the query has ended
    /// @throws ProblemException where that state is not there, or its files are not
    public TableScan scan(AsOf asOf, Predicate predicate) {
        Optional<Snapshot> snapshot = snapshot(asOf);
        org.apache.iceberg.Schema schema = asOf instanceof AsOf.Latest || snapshot.isEmpty()
                ? table().schema()
                : SnapshotUtil.schemaFor(table(), snapshot.get().snapshotId());
        return handle.ask(() -> TableScan.plan(
                table(), snapshot.orElse(null), schema, predicate, handle.storage(), handle.knownFiles()));
    }

    /// The columns as they were in some state of the table.
    ///
    /// @throws ProblemException where that state is not there
    public Schema schema(AsOf asOf) {
        Optional<Snapshot> snapshot = snapshot(asOf);
        return asOf instanceof AsOf.Latest || snapshot.isEmpty()
                ? schema()
                : TableSchema.toBasin(
                        SnapshotUtil.schemaFor(table(), snapshot.get().snapshotId()),
                        table().properties(),
                        handle.place());
    }

    /// The states that readers have seen and can still ask for, newest first. Tagged ones of which Iceberg has
    /// forgotten when they were seen, since later ones were removed, come last.
    public List<TableSnapshot> snapshots() {
        List<TableSnapshot> seen = new ArrayList<>();
        for (HistoryEntry entry : table().history()) {
            Snapshot snapshot = find(entry.snapshotId());
            if (snapshot != null) {
                seen.add(snapshot(snapshot, Instant.ofEpochMilli(entry.timestampMillis())));
            }
        }
        List<TableSnapshot> newestFirst = new ArrayList<>(seen.reversed());
        tags().values().stream()
                .distinct()
                .filter(tagged -> seen.stream().noneMatch(snapshot -> snapshot.id() == tagged))
                .map(tagged -> table().snapshot(tagged))
                .sorted(Comparator.comparingLong(Snapshot::timestampMillis).reversed())
                .map(tagged -> snapshot(tagged, Instant.ofEpochMilli(tagged.timestampMillis())))
                .forEach(newestFirst::add);
        return newestFirst;
    }

    /// Gives a state of the table a name, under which it stays whatever upkeep does.
    ///
    /// @throws ProblemException where the snapshot is not there, or the name is taken
    public void tag(String tag, long snapshot) {
        if (find(snapshot) == null) {
            throw new ProblemException(noSuch("snapshot " + snapshot));
        }
        if (table().refs().containsKey(tag)) {
            throw new ProblemException(Problem.failed("the name '" + tag + "' is taken", handle.place())
                    .advise("remove the tag first, or choose another name"));
        }
        handle.commit((transaction, _) ->
                transaction.manageSnapshots().createTag(tag, snapshot).commit());
    }

    /// Takes a name away. What it named stays as long as any snapshot does.
    ///
    /// @throws ProblemException where there is no such tag
    public void untag(String tag) {
        if (!tags().containsKey(tag)) {
            throw new ProblemException(noSuch("tag '" + tag + "'"));
        }
        handle.commit(
                (transaction, _) -> transaction.manageSnapshots().removeTag(tag).commit());
    }

    /// Names and the snapshots they name.
    public Map<String, Long> tags() {
        Map<String, Long> tags = new TreeMap<>();
        table().refs().forEach((name, ref) -> {
            if (ref.isTag()) {
                tags.put(name, ref.snapshotId());
            }
        });
        return tags;
    }

    /// Makes few files of many, and leaves out what is deleted, as far as it is worth it and takes no long time. To be
    /// called again and again; the rows stay what they are, and the table's position where it is.
    ///
    /// @param connection reads the old files and writes the new one
    /// @return how many files there are fewer; 0 where the table is fine as it is
    /// @throws ProblemException of kind TRANSIENT where another writer came in between
    public int compact(DuckConnection connection) {
        return new Compaction(handle, connection).run();
    }

    /// Takes away what is no longer needed: states that were replaced longer ago than the policy keeps
    /// them, and every file in the table's folders that nothing names. Called by the process that owns
    /// writing, while it writes nothing to this table: files that are staged and not yet committed go too.
    public UpkeepReport upkeep(UpkeepPolicy policy, Clock clock) {
        return new Upkeep(handle).run(policy, clock.instant());
    }

    /// How many rows it has now, as [TableSnapshot#rows()] counts them.
    public long rows() {
        Snapshot now = table().currentSnapshot();
        return now == null ? 0 : snapshot(now, Instant.EPOCH).rows();
    }

    /// What is noted about the table: Iceberg's properties and Basin's.
    public Map<String, String> properties() {
        return Map.copyOf(table().properties());
    }

    /// What callers noted with changes of the table, by their own keys. A note stays until it is noted
    /// anew.
    public Map<String, String> notes() {
        return Notes.in(table().properties());
    }

    /// Notes something, in a commit of its own.
    public void note(Map<String, String> notes) {
        if (notes.isEmpty()) {
            return;
        }
        handle.commit((transaction, _) -> TableHandle.note(transaction, notes));
    }

    /// Sets properties of Iceberg's or of another engine's.
    public void setProperty(String key, String value) {
        handle.commit((transaction, _) ->
                transaction.updateProperties().set(key, value).commit());
    }

    /// Deletes all files, once the catalog no longer knows the table.
    void deleteFiles() {
        handle.deleteAllFiles();
    }

    private void overwrite(List<ParquetFile> files, @Nullable Position position, Consumer<SnapshotUpdate<?>> more) {
        List<DataFile> added = handle.place(handle.check(files));
        handle.commit((transaction, stamp) -> {
            OverwriteFiles overwrite =
                    stamp.on(transaction.newOverwrite()).overwriteByRowFilter(Expressions.alwaysTrue());
            added.forEach(overwrite::addFile);
            more.accept(overwrite);
            handle.finish(transaction, overwrite, position);
        });
    }

    /// Empty where the table never had a row.
    private Optional<Snapshot> snapshot(AsOf asOf) {
        return switch (asOf) {
            case AsOf.Latest _ -> Optional.ofNullable(table().currentSnapshot());
            case AsOf.Version version -> Optional.of(existing("snapshot " + version.snapshot(), version.snapshot()));
            case AsOf.Tag tag -> {
                Long tagged = tags().get(tag.name());
                yield Optional.of(existing("tag '" + tag.name() + "'", tagged));
            }
            case AsOf.Moment moment -> {
                Long seen = null;
                for (HistoryEntry entry : table().history()) {
                    if (entry.timestampMillis() <= moment.at().toEpochMilli()) {
                        seen = entry.snapshotId();
                    }
                }
                yield Optional.of(existing("state at " + moment.at(), seen));
            }
        };
    }

    private Snapshot existing(String what, @Nullable Long snapshot) {
        Snapshot found = snapshot == null ? null : find(snapshot);
        if (found == null) {
            throw new ProblemException(noSuch(what));
        }
        return found;
    }

    /// A state that can be asked for; null where it cannot.
    private @Nullable Snapshot find(long snapshot) {
        return Expired.of(table()).has(snapshot) ? null : table().snapshot(snapshot);
    }

    Table table() {
        return handle.table();
    }

    /// The data files that came with the newest position.
    ///
    /// @return to be closed by the caller
    LentFiles newestFiles() {
        return handle.ask(() -> {
            List<StoredFile> files = new ArrayList<>();
            for (Snapshot snapshot : SnapshotUtil.currentAncestors(table())) {
                if (snapshot.summary().containsKey(Keys.POSITION)) {
                    SnapshotChanges.builderFor(table())
                            .snapshot(snapshot)
                            .build()
                            .addedDataFiles()
                            .forEach(file -> files.add(new StoredFile(file.location(), file.fileSizeInBytes())));
                    break;
                }
            }
            return handle.storage().lend(files);
        });
    }

    private Problem noSuch(String what) {
        return Problem.failed("the table has no " + what, new Place.InTable(name().toString()))
                .because("it never had, or upkeep has removed it since");
    }

    private static TableSnapshot snapshot(Snapshot snapshot, Instant since) {
        return new TableSnapshot(
                snapshot.snapshotId(),
                since,
                snapshot.operation(),
                Long.parseLong(snapshot.summary().getOrDefault("total-records", "0")),
                Long.parseLong(snapshot.summary().getOrDefault("total-files-size", "0")),
                Optional.ofNullable(snapshot.summary().get(Keys.POSITION)).map(Position::new));
    }
}
