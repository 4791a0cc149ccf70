package basin.run.sync;

import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Schema;
import basin.core.stream.Chunk;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.FieldIds;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.UpkeepPolicy;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One stream on its way into its table: what is left to read, and what has been read and is not committed yet.
///
/// Planned, committed and landed by one thread; read by several, which use only what does not change.
abstract sealed class StreamLoad permits FullLoad, IncrementalLoad, Unchanged {

    private static final System.Logger LOG = System.getLogger(StreamLoad.class.getName());

    private final Stream stream;
    private final LakeTable table;
    private final ParquetLayout layout;
    private final Quarantined quarantined;
    private final Clock clock;
    private final Instant start;
    private final List<Chunk> missing;
    private final List<ReadChunk> accepted = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int outstanding;
    private long rows;
    private long rejected;
    private int files;
    private long bytes;
    private volatile boolean failed;

    /// @param ids under which files hold the stream's columns
    StreamLoad(
            Stream stream, LakeTable table, FieldIds ids, Quarantined quarantined, List<Chunk> missing, Clock clock) {
        this.stream = stream;
        this.table = table;
        this.layout = new ParquetLayout(table.staging(), ids);
        this.quarantined = quarantined;
        this.clock = clock;
        this.start = clock.instant();
        this.missing = missing;
        this.outstanding = missing.size();
    }

    /// Finds out what must be read, and makes the table fit for it.
    ///
    /// @throws basin.core.problem.ProblemException if the stream cannot be read, or its table cannot take it
    static StreamLoad plan(
            Lake lake,
            String source,
            Stream stream,
            SourceSnapshot snapshot,
            boolean afresh,
            Duck duck,
            Clock clock,
            SyncListener listener) {
        QuarantineTable.requireOwn(new TableName(source, stream.name()), lake);
        Destination destination = Destination.of(source, stream, clock.instant());
        LakeTable table = lake.find(destination.table())
                .orElseGet(() -> lake.createAwaited(destination.table(), destination.schema()));
        boolean fits = makeFit(table, destination.schema(), source, afresh);
        Quarantined quarantined = new Quarantined(lake, QuarantineTable.name(source, stream.name()));
        quarantined.evolve();
        boolean unfinished = table.unfinishedLoad().isPresent();
        if (!unfinished) {
            quarantined.finishPublishing();
        }
        // A full load that was begun is ended, whatever the mode.
        Optional<Position> after =
                afresh || unfinished || stream.mode() != Stream.Mode.INCREMENTAL ? Optional.empty() : table.position();
        Optional<String> discontinuity = after.flatMap(position -> snapshot.discontinuity(stream, position));
        StreamLoad load = after.isPresent() && discontinuity.isEmpty()
                ? IncrementalLoad.plan(stream, table, quarantined, snapshot, after.get(), duck, clock)
                : full(stream, table, destination, fits, quarantined, snapshot, afresh, clock, listener);
        discontinuity.ifPresent(reason -> load.remark("all rows were read anew, since " + reason));
        if (unfinished
                && !afresh
                && stream.mode() == Stream.Mode.INCREMENTAL
                && table.position().isPresent()) {
            load.remark("all rows were read, since a full load had been begun that was broken off");
        }
        listener.planned(stream.name(), stream.rows(), load.weight());
        return load;
    }

    private static StreamLoad full(
            Stream stream,
            LakeTable table,
            Destination destination,
            boolean fits,
            Quarantined quarantined,
            SourceSnapshot snapshot,
            boolean afresh,
            Clock clock,
            SyncListener listener) {
        List<Chunk> chunks = snapshot.chunks(stream, null);
        // A stream that increments follow on needs a position of its own kind, and so a load.
        boolean mayStay = fits
                && !afresh
                && stream.mode() == Stream.Mode.FULL
                && table.unfinishedLoad().isEmpty();
        return mayStay && Unchanged.holds(stream, table, quarantined, snapshot, chunks)
                ? new Unchanged(stream, table, quarantined, clock)
                : FullLoad.plan(
                        stream, table, destination, fits, quarantined, snapshot, chunks, afresh, clock, listener);
    }

    /// Changes the columns of the table so that the rows fit beside those that it has.
    ///
    /// @return false where that cannot be done, and a full load is to put others in their place
    /// @throws ProblemException where it cannot be done, and nobody has asked for that
    private static boolean makeFit(LakeTable table, Schema wanted, String source, boolean afresh) {
        List<Problem> clashes = table.clashes(wanted, Map.of());
        if (clashes.isEmpty()) {
            table.evolve(wanted, Map.of());
            return true;
        }
        boolean begun = table.unfinishedLoad()
                .filter(load -> load.bringsColumns(wanted))
                .isPresent();
        if (!afresh && !begun) {
            throw new ProblemException(clashes.stream()
                    .map(clash -> clash.advise("basin sync " + source
                            + " --full loads the table with the new type, and leaves the old one to earlier snapshots;"
                            + " or cast the column where it comes from"))
                    .toList());
        }
        return false;
    }

    /// Commits what was accepted since the last time, as far as the kind of load does so before its end.
    abstract void commit();

    /// Makes everything visible at once.
    ///
    /// @return false where there is nothing, and the table stays as it is
    abstract boolean publish();

    final Stream stream() {
        return stream;
    }

    final LakeTable table() {
        return table;
    }

    /// What all rows have in columns that are not the stream's, in SQL.
    Map<String, String> constants() {
        return Map.of();
    }

    final Quarantined quarantined() {
        return quarantined;
    }

    /// How the files of the table are to be written.
    final ParquetLayout layout() {
        return layout;
    }

    /// The chunks to read, in the order in which their rows are to lie in the table.
    final List<Chunk> missing() {
        return missing;
    }

    /// About how many bytes are to be read.
    final long weight() {
        return missing.stream().mapToLong(Chunk::weight).sum();
    }

    final RejectedRows rejectedRows(ParquetWriter writer) {
        return new RejectedRows(writer, quarantined::layout, clock);
    }

    /// Takes over a chunk that has been read.
    final void accept(ReadChunk chunk) {
        accepted.add(chunk);
        outstanding--;
        rows += chunk.rows();
        rejected += chunk.rejected();
        files += chunk.files().size();
        bytes += chunk.files().stream().mapToLong(ParquetFile::bytes).sum();
    }

    /// Counts what an interrupted load has already brought.
    final void keep(long keptRows) {
        rows += keptRows;
    }

    /// What was accepted and not yet taken by this method, in the order of the chunks.
    final List<ReadChunk> takeAccepted() {
        List<String> order = missing.stream().map(Chunk::id).toList();
        List<ReadChunk> taken = accepted.stream()
                .sorted(Comparator.comparingInt(
                        chunk -> order.indexOf(chunk.receipt().chunk())))
                .toList();
        accepted.clear();
        return taken;
    }

    /// Whether every chunk has been read.
    final boolean isComplete() {
        return outstanding == 0;
    }

    final void fail() {
        failed = true;
    }

    final boolean isFailed() {
        return failed;
    }

    /// Publishes, clears up behind, and tells what came of it.
    final StreamReport land() {
        boolean changed = publish();
        clearUp();
        Duration duration = Duration.between(start, clock.instant());
        return new StreamReport(stream.name(), table.name(), rows, rejected, files, bytes, !changed, duration, remarks);
    }

    /// The rows are where they belong: what fails now harms none of them, and is done again behind the next load.
    private void clearUp() {
        try {
            table.upkeep(UpkeepPolicy.USUAL, clock);
            quarantined.upkeep(UpkeepPolicy.USUAL, clock);
        } catch (ProblemException e) {
            LOG.log(Level.WARNING, "upkeep of " + table.name(), e);
            Problem problem = e.problems().getFirst();
            remark("what it no longer needs could not be cleared away: " + problem.what()
                    + (problem.why() == null ? "" : ", " + problem.why()) + "; the next load tries again");
        }
    }

    /// Adds to what somebody should know of the load.
    final void remark(String sentence) {
        remarks.add(sentence);
    }
}
