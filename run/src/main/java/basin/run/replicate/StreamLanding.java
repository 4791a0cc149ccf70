package basin.run.replicate;

import basin.connect.RejectedRow;
import basin.connect.Stream;
import basin.core.problem.Problem;
import basin.core.rows.Batch;
import basin.core.rows.Field;
import basin.core.stream.ChangeSchema;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.Replica;
import basin.lake.change.ChangeCounts;
import basin.lake.change.NetEffect;
import basin.run.sync.Destination;
import basin.run.sync.Followed;
import basin.run.sync.QuarantineTable;
import basin.run.sync.Quarantined;
import basin.run.sync.ReadChunk;
import basin.run.sync.RejectedRows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The changes of one stream on their way into its tables: held in memory, then in files, then
/// committed.
///
/// For one thread. After a failure it is of no further use but to be closed.
final class StreamLanding implements AutoCloseable {

    private final String source;
    private final LakeTable raw;
    private final Optional<Replica> replica;
    private final Quarantined quarantined;
    private final ParquetWriter writer;
    private final Clock clock;
    private final List<ParquetFile> files = new ArrayList<>();
    private final Tidying tidying;
    private Stream stream;
    private boolean changesSeen;
    private HeldBatches held;
    private RejectedRows rejected;

    private StreamLanding(
            String source,
            Stream stream,
            LakeTable raw,
            Optional<Replica> replica,
            Quarantined quarantined,
            Duck duck,
            Clock clock) {
        this.source = source;
        this.stream = stream;
        this.raw = raw;
        this.replica = replica;
        this.quarantined = quarantined;
        this.writer = new ParquetWriter(duck);
        this.tidying = new Tidying(
                replica.map(tables -> List.of(raw, tables.current())).orElse(List.of(raw)), clock);
        this.clock = clock;
        this.held = new HeldBatches(ChangeSchema.of(stream.schema()));
        this.rejected = new RejectedRows(writer, quarantined::layout, clock);
    }

    /// Looks the tables of a stream up, which has been loaded, and finishes what was begun with them.
    ///
    /// @throws ProblemException if they cannot take its changes
    static StreamLanding open(
            String source, Stream stream, Lake lake, Duck duck, DuckConnection connection, Clock clock) {
        Destination changes = Destination.ofChanges(source, stream, clock.instant());
        LakeTable raw = lake.find(changes.table()).orElseGet(() -> lake.create(changes.table(), changes.schema()));
        Optional<Replica> replica = Destination.isRawOnly(stream)
                ? Optional.empty()
                : Optional.of(new Replica(raw, lake.table(new TableName(source, stream.name()))));
        replica.ifPresent(tables -> tables.recover(connection));
        Quarantined quarantined = new Quarantined(lake, QuarantineTable.name(source, stream.name()));
        return new StreamLanding(source, stream, raw, replica, quarantined, duck, clock);
    }

    Stream stream() {
        return stream;
    }

    /// Whether the tables have the columns of a stream for sure. Before the first change nobody knows: those of the
    /// stream may be newer than the changes that come.
    boolean fits(Stream as) {
        return changesSeen && as.schema().equals(stream.schema());
    }

    /// What the stream's table stands for.
    Position position() {
        return table().position().orElseThrow();
    }

    /// Takes a batch over.
    ///
    /// @throws ProblemException if it cannot be written
    void add(Batch batch) {
        held.add(batch);
    }

    /// Why the tables cannot have the columns of a stream; empty if they can, or have them.
    ///
    /// @param renames the old name of each column that has a new one, by its new name
    Optional<Problem> clash(Stream after, Map<String, String> renames) {
        List<Problem> clashes = new ArrayList<>(raw.clashes(changes(after).schema(), byOldName(renames)));
        replica.ifPresent(tables -> clashes.addAll(0, tables.current().clashes(after.schema(), byOldName(renames))));
        return clashes.stream().findFirst();
    }

    /// From here on the stream has other columns.
    ///
    /// @param renames as for [#clash]
    void alter(Stream after, Map<String, String> renames) {
        spill();
        stream = after;
        changesSeen = true;
        evolve(renames);
        held = new HeldBatches(ChangeSchema.of(stream.schema()));
    }

    void reject(RejectedRow row) {
        rejected.reject(row);
    }

    /// What the changes take of the memory.
    long bytes() {
        return held.bytes();
    }

    /// Writes what is in memory into files.
    void spill() {
        if (held.bytes() == 0) {
            return;
        }
        Destination changes = changes();
        try (HeldBatches full = held) {
            files.addAll(writer.write(
                    full, changes.constants(), new ParquetLayout(raw.staging(), raw.fieldIds(changes.schema()))));
        }
        held = new HeldBatches(ChangeSchema.of(stream.schema()));
    }

    /// Looks after the tables, between two cuts.
    Tidying tidying() {
        return tidying;
    }

    /// How many rows fit nowhere.
    long rejected() {
        return rejected.count();
    }

    /// Commits all that came since the last time.
    ///
    /// The quarantine goes first: its rows may be put there again by the next attempt, and lost they
    /// are not.
    ///
    /// @param position where the source stands after it
    ChangeCounts land(Position position, DuckConnection connection) {
        spill();
        List<ParquetFile> changes = List.copyOf(files);
        List<ParquetFile> rejectedFiles = rejected.finish();
        ChangeCounts counts = replica.isPresent()
                ? land(replica.get(), changes, rejectedFiles, position, connection)
                : append(changes, rejectedFiles, position, connection);
        files.clear();
        rejected.close();
        rejected = new RejectedRows(writer, quarantined::layout, clock);
        return counts;
    }

    /// The stream cannot be followed any further: its table is loaded anew by the next sync.
    void stop() {
        Followed.stop(table());
    }

    @Override
    public void close() {
        held.close();
        rejected.close();
    }

    private ChangeCounts land(
            Replica tables,
            List<ParquetFile> changes,
            List<ParquetFile> rejectedFiles,
            Position position,
            DuckConnection connection) {
        try (NetEffect effect = tables.effect(changes, connection)) {
            renewQuarantine(effect.rows(), rejectedFiles, position, connection);
            tables.land(changes, effect, position, connection);
            return effect.counts();
        }
    }

    private ChangeCounts append(
            List<ParquetFile> changes, List<ParquetFile> rejectedFiles, Position position, DuckConnection connection) {
        renewQuarantine(List.of(), rejectedFiles, position, connection);
        raw.append(changes, position);
        return Replica.counts(raw, changes, connection);
    }

    private void renewQuarantine(
            List<ParquetFile> rows, List<ParquetFile> rejectedFiles, Position position, DuckConnection connection) {
        ReadChunk cut = new ReadChunk(new ChunkReceipt(position.text(), 0, ""), rows, rejectedFiles, rejected.count());
        List<Field> key = stream.schema().primaryKey().stream()
                .map(name -> stream.schema().field(name).orElseThrow())
                .toList();
        quarantined.renew(List.of(cut), key, connection);
    }

    private void evolve(Map<String, String> renames) {
        raw.evolve(changes().schema(), byOldName(renames));
        replica.ifPresent(tables -> tables.current().evolve(stream.schema(), byOldName(renames)));
    }

    private static Map<String, String> byOldName(Map<String, String> renames) {
        return renames.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private Destination changes() {
        return changes(stream);
    }

    private Destination changes(Stream of) {
        return Destination.ofChanges(source, of, clock.instant());
    }

    private LakeTable table() {
        return replica.map(Replica::current).orElse(raw);
    }
}
