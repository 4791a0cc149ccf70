package basin.run.sync;

import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.LoadedChunk;
import basin.lake.TableLoad;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The quarantine table of a stream, which there is only once a row was put into it.
///
/// It is loaded the way its stream is. What is kept of a load is kept here first; what is published is published here
/// last: so an unfinished load here beside none of the stream itself is one that only has to be published still, and no
/// row is ever in neither place. [#layout()] is asked by readers' threads, everything else by the committing one.
final class Quarantined {

    private final Lake lake;
    private final TableName name;

    Quarantined(Lake lake, TableName name) {
        this.lake = lake;
        this.name = name;
    }

    /// How its files are to be written; makes the table if need be.
    synchronized ParquetLayout layout() {
        LakeTable table = lake.find(name).orElseGet(() -> lake.create(name, QuarantineTable.SCHEMA));
        return new ParquetLayout(table.staging(), table.fieldIds());
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

    /// Adds the rejected rows of these chunks.
    void append(List<ReadChunk> chunks) {
        List<ParquetFile> files = files(chunks);
        if (!files.isEmpty()) {
            lake.table(name).append(files, null);
        }
    }

    private Optional<TableLoad> unfinished() {
        return lake.find(name).flatMap(LakeTable::unfinishedLoad);
    }

    private static List<ParquetFile> files(List<ReadChunk> chunks) {
        return chunks.stream().flatMap(chunk -> chunk.rejectedFiles().stream()).toList();
    }
}
