package basin.run.sync;

import basin.core.rows.Field;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.lake.AsOf;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.LoadedChunk;
import basin.lake.TableLoad;
import basin.lake.UpkeepPolicy;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The quarantine table of a stream, which there is only once a row was put into it.
///
/// It is loaded the way its stream is. What is kept of a load is kept here first; what is published is
/// published here last: so an unfinished load here beside none of the stream itself is one that only has to be
/// published still, and no row is ever in neither place. An increment is put here at once, before it is merged
/// into its stream, in a way that may be done again: see [#renew]. [#layout()] is asked by readers' threads,
/// everything else by the committing one.
public final class Quarantined {

    private final Lake lake;
    private final TableName name;

    public Quarantined(Lake lake, TableName name) {
        this.lake = lake;
        this.name = name;
    }

    /// How its files are to be written; makes the table if need be.
    public synchronized ParquetLayout layout() {
        LakeTable table = lake.find(name).orElseGet(() -> lake.createAwaited(name, QuarantineTable.SCHEMA));
        return new ParquetLayout(table.staging(), table.fieldIds(QuarantineTable.SCHEMA));
    }

    /// How many rows it has.
    long rows() {
        return lake.find(name).map(LakeTable::rows).orElse(0L);
    }

    /// Makes a table fit that was made before it had all of its columns.
    void evolve() {
        lake.find(name).ifPresent(table -> table.evolve(QuarantineTable.SCHEMA, Map.of()));
    }

    /// Keeps chunks beside the table, as [TableLoad] does.
    void add(List<ReadChunk> chunks) {
        List<LoadedChunk> rejected = chunks.stream()
                .filter(chunk -> chunk.rejected() > 0)
                .map(chunk -> new LoadedChunk(
                        new ChunkReceipt(chunk.receipt().chunk(), chunk.rejected(), ""), chunk.rejectedFiles()))
                .toList();
        if (!rejected.isEmpty()) {
            LakeTable table = lake.table(name);
            table.unfinishedLoad()
                    .orElseGet(() -> table.beginLoad(name.toString()))
                    .add(rejected);
        }
    }

    /// Publishes what was left unpublished when a process ended just after its stream was published.
    void finishPublishing() {
        lake.find(name).flatMap(LakeTable::unfinishedLoad).ifPresent(load -> load.publish(new Position(load.id())));
    }

    /// Drops what an interrupted load has kept, but for these chunks.
    void keepOnly(Set<String> chunks) {
        unfinished()
                .ifPresent(load -> load.receipts().stream()
                        .map(ChunkReceipt::chunk)
                        .filter(chunk -> !chunks.contains(chunk))
                        .forEach(load::remove));
    }

    /// Drops all that an interrupted load has kept.
    void abandon() {
        unfinished().ifPresent(TableLoad::abandon);
    }

    /// Puts what was kept in place of the table's rows; none if nothing was.
    void publish(Position position) {
        lake.find(name)
                .ifPresent(table -> table.unfinishedLoad()
                        .ifPresentOrElse(load -> load.publish(position), () -> table.overwrite(List.of(), position)));
    }

    /// Puts the rejected rows of these chunks in place of the table's rows.
    void overwrite(List<ReadChunk> chunks, Position position) {
        lake.find(name).ifPresent(table -> table.overwrite(files(chunks), position));
    }

    /// Puts the rejected rows of these chunks in place of those that have a key of one of the chunks' rows: a
    /// row that was read again is here only if it still fits nowhere. Once more, with the same chunks or newer
    /// ones, it has the same effect.
    ///
    /// @param key        the columns of the stream's key
    /// @param connection looks for the rows
    public void renew(List<ReadChunk> chunks, List<Field> key, DuckConnection connection) {
        Optional<LakeTable> found = lake.find(name);
        if (found.isEmpty()) {
            return;
        }
        LakeTable table = found.get();
        List<ParquetFile> rejected = files(chunks);
        List<ParquetFile> read =
                chunks.stream().flatMap(chunk -> chunk.files().stream()).toList();
        List<ParquetFile> kept;
        try (TableScan scan = table.scan(AsOf.LATEST, Predicate.ANY)) {
            scan.prepare(connection);
            RowsReadAgain again = new RowsReadAgain(scan.sql(), key, read, rejected);
            if (again.count(connection) == 0) {
                if (!rejected.isEmpty()) {
                    table.append(rejected, null);
                }
                return;
            }
            kept = ParquetWriter.write(connection, again.others(), layout());
        }
        table.overwrite(Stream.concat(kept.stream(), rejected.stream()).toList(), null);
    }

    /// Clears up behind, once nothing of a load is left to be put here.
    public void upkeep(UpkeepPolicy policy, Clock clock) {
        lake.find(name).ifPresent(table -> table.upkeep(policy, clock));
    }

    private Optional<TableLoad> unfinished() {
        return lake.find(name).flatMap(LakeTable::unfinishedLoad);
    }

    private static List<ParquetFile> files(List<ReadChunk> chunks) {
        return chunks.stream().flatMap(chunk -> chunk.rejectedFiles().stream()).toList();
    }
}
