package basin.run.replicate;

import basin.connect.Stream;
import basin.connect.change.ChangeFeed;
import basin.connect.change.ChangeReader;
import basin.connect.change.Cut;
import basin.core.problem.Problem;
import basin.core.stream.Position;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.lake.Lake;
import basin.lake.change.ChangeCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/// The changes of one source being followed into the lake.
///
/// A cut is read, and committed for each stream that has changes in it: into the raw table, then into
/// the current one.
/// Then the source is told that it may forget them. Whatever happens in between, opening the
/// replication again goes on
/// where the tables are, and takes each change over once.
///
/// For one thread; the process must own the writing of the lake (see [basin.run.owner.Ownership]).
/// After any method has
/// thrown, it is to be closed, and may be opened anew.
public final class Replication implements AutoCloseable {

    /// What batches may take of the memory before they go into files.
    public static final long USUAL_BUDGET = 64L << 20;

    /// So long somebody who wants it to stop has to wait, until the commit.
    private static final Duration SLICE = Duration.ofMillis(200);

    private final Map<String, StreamLanding> streams;
    private final ChangeReader reader;
    private final DuckConnection connection;
    private final long budget;
    private final ReplicationListener listener;
    private final Clock clock;
    private Instant landedAt = Instant.EPOCH;

    private Replication(
            Map<String, StreamLanding> streams,
            ChangeReader reader,
            DuckConnection connection,
            long budget,
            ReplicationListener listener,
            Clock clock) {
        this.streams = streams;
        this.reader = reader;
        this.connection = connection;
        this.budget = budget;
        this.listener = listener;
        this.clock = clock;
    }

    /// Finishes what was begun, and opens the feed where the tables are.
    ///
    /// @param source  the source's name
    /// @param loaded  the streams that are followed, all of them loaded
    /// @param duck    an instance with one thread per statement
    /// @param budget  bytes of changes that may be in memory at a time
    public static Replication open(
            String source,
            List<Stream> loaded,
            ChangeFeed feed,
            Lake lake,
            Duck duck,
            long budget,
            ReplicationListener listener,
            Clock clock) {
        Map<String, StreamLanding> streams = new LinkedHashMap<>();
        DuckConnection connection = duck.connect();
        try {
            Map<String, Position> after = new LinkedHashMap<>();
            for (Stream stream : loaded) {
                StreamLanding landing = StreamLanding.open(source, stream, lake, duck, connection, clock);
                streams.put(stream.name(), landing);
                after.put(stream.name(), landing.position());
            }
            return new Replication(streams, feed.open(after), connection, budget, listener, clock);
        } catch (RuntimeException | Error e) {
            streams.values().forEach(StreamLanding::close);
            connection.close();
            throw e;
        }
    }

    /// Reads a cut, which ends when it is time or nothing more is there, and lands it.
    ///
    /// @param time how long to read at most
    /// @param rows about how many changes to read at most
    public Cut readAndLand(Duration time, long rows) {
        CutBuffer buffer = new CutBuffer(streams, budget);
        return land(reader.read(time, rows, buffer), buffer);
    }

    /// Reads and lands until nothing is left of what the source had committed when this was called.
    ///
    /// @param time how long to read at most before a commit
    /// @param rows about how many changes to read at most before a commit
    public void catchUp(Duration time, long rows) {
        Position head = reader.head();
        while (!reader.hasReached(head)) {
            readAndLand(time, rows);
        }
        streams.values().forEach(landing -> landing.tidying().finish(connection));
    }

    /// Reads what comes until it is time for a commit again, and lands it. What comes after a pause
    /// does not wait.
    ///
    /// @param freshness how long after a commit comes the next
    /// @param rows      about how many changes to read at most before a commit
    /// @param hurry     whether what has been read is to be landed at once; asked every now and then
    public Cut advance(Duration freshness, long rows, BooleanSupplier hurry) {
        CutBuffer buffer = new CutBuffer(streams, budget);
        Instant start = clock.instant();
        Instant due = landedAt.plus(freshness);
        Cut cut = reader.read(SLICE, rows, buffer);
        long read = cut.rows();
        while (read < rows
                && !hurry.getAsBoolean()
                && clock.instant().isBefore(read == 0 ? start.plus(freshness) : due)) {
            cut = reader.read(SLICE, rows - read, buffer);
            read += cut.rows();
        }
        return land(cut, buffer);
    }

    private Cut land(Cut cut, CutBuffer buffer) {
        for (StreamLanding landing : buffer.touched()) {
            Stream stream = landing.stream();
            if (!buffer.stopped().containsKey(stream.name())) {
                long rejected = landing.rejected();
                Position stands = Objects.requireNonNull(cut.tables().get(stream.name()));
                ChangeCounts counts = landing.land(stands, connection);
                listener.landed(stream, counts, rejected);
                landedAt = clock.instant();
            }
        }
        buffer.stopped().forEach(this::stop);
        reader.acknowledge(cut.position());
        buffer.touched().forEach(landing -> landing.tidying().afterCommit(connection));
        return cut;
    }

    private void stop(String name, Problem problem) {
        StreamLanding landing = streams.remove(name);
        if (landing != null) {
            landing.stop();
            landing.close();
            listener.stopped(landing.stream(), problem);
        }
    }

    /// Ends it. What was read and not landed comes again.
    @Override
    public void close() {
        reader.close();
        streams.values().forEach(StreamLanding::close);
        connection.close();
    }
}
