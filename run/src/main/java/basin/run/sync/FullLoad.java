package basin.run.sync;

import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.core.stream.Chunk;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import basin.lake.LakeTable;
import basin.lake.TableLoad;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All rows of a stream, in place of those that the table has.
///
/// What is read is kept at once, beside the table, so that an interrupted load need not start anew; readers
/// see the old rows until the last new one is there. A table that is read before anything had to be committed
/// takes one commit.
final class FullLoad extends StreamLoad {

    /// The name under which the state is kept that the changes of a stream began with.
    private static final String INITIAL = "initial";

    private final Position position;
    private final Destination destination;
    private @Nullable TableLoad load;

    private FullLoad(
            Stream stream,
            LakeTable table,
            Quarantined quarantined,
            List<Chunk> missing,
            Clock clock,
            Position position,
            Destination destination,
            @Nullable TableLoad load) {
        super(
                stream,
                table,
                load == null ? table.fieldIds(destination.schema()) : load.fieldIds(destination.schema()),
                quarantined,
                missing,
                clock);
        this.position = position;
        this.destination = destination;
        this.load = load;
    }

    /// @param fits   whether the table has columns for the rows; else it gets those of the stream with them
    /// @param chunks all that the stream has now
    static FullLoad plan(
            Stream stream,
            LakeTable table,
            Destination destination,
            boolean fits,
            Quarantined quarantined,
            SourceSnapshot snapshot,
            List<Chunk> chunks,
            boolean afresh,
            Clock clock,
            SyncListener listener) {
        Optional<TableLoad> unfinished = table.unfinishedLoad();
        Optional<TableLoad> kept = unfinished.filter(
                load -> !afresh && (fits ? load.keepsColumns() : load.bringsColumns(destination.schema())));
        if (unfinished.isPresent() && kept.isEmpty()) {
            quarantined.abandon();
            unfinished.get().abandon();
        }
        Position position = snapshot.position(stream);
        Optional<TableLoad> begun =
                fits || kept.isPresent() ? kept : Optional.of(table.beginLoad(position.text(), destination.schema()));
        Set<String> held = new HashSet<>();
        long rows = 0;
        for (ChunkReceipt receipt : kept.map(TableLoad::receipts).orElseGet(List::of)) {
            if (snapshot.stillHolds(stream, receipt)) {
                held.add(receipt.chunk());
                rows += receipt.rows();
            } else {
                kept.get().remove(receipt.chunk());
            }
        }
        quarantined.keepOnly(held);
        if (!held.isEmpty()) {
            listener.resumed(
                    stream.name(),
                    rows,
                    chunks.stream()
                            .filter(chunk -> held.contains(chunk.id()))
                            .mapToLong(Chunk::weight)
                            .sum());
        }
        List<Chunk> missing =
                chunks.stream().filter(chunk -> !held.contains(chunk.id())).toList();
        FullLoad load =
                new FullLoad(stream, table, quarantined, missing, clock, position, destination, begun.orElse(null));
        load.keep(rows);
        if (!fits) {
            load.remark("its columns are now those of the source; earlier snapshots keep the old ones");
        }
        if (unfinished.isPresent() && kept.isEmpty()) {
            load.remark("all rows were read anew, those among them that a load had kept that was broken off");
        }
        return load;
    }

    @Override
    void commit() {
        if (isComplete() && load == null) {
            return;
        }
        List<ReadChunk> chunks = takeAccepted();
        if (chunks.isEmpty()) {
            return;
        }
        TableLoad begun = begun();
        quarantined().add(chunks);
        begun.add(chunks.stream().map(ReadChunk::loaded).toList());
    }

    @Override
    Map<String, String> constants() {
        return destination.constants();
    }

    @Override
    boolean publish() {
        publishRows();
        if (stream().mode() == Stream.Mode.FOLLOWED) {
            table().snapshots().stream().findFirst().ifPresent(loaded -> {
                if (table().tags().containsKey(INITIAL)) {
                    table().untag(INITIAL);
                }
                table().tag(INITIAL, loaded.id());
            });
        }
        return true;
    }

    private void publishRows() {
        if (load != null) {
            load.publish(position);
            quarantined().publish(position);
            return;
        }
        List<ReadChunk> chunks = takeAccepted();
        quarantined().overwrite(chunks, position);
        table().load(chunks.stream().map(ReadChunk::loaded).toList(), position);
    }

    private TableLoad begun() {
        TableLoad begun = load == null ? table().beginLoad(position.text()) : load;
        load = begun;
        return begun;
    }
}
