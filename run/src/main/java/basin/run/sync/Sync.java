package basin.run.sync;

import basin.connect.ChunkRows;
import basin.connect.Discovery;
import basin.connect.Source;
import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Rows;
import basin.core.rows.WatchedRows;
import basin.core.stream.Chunk;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.ParquetFile;
import basin.duck.ParquetWriter;
import basin.lake.Lake;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// Brings what a source has into the lake.
///
/// All streams are read from one consistent snapshot of the source, chunk by chunk, by as many readers as the
/// source allows; one thread commits what they have written. A stream that fails stops alone. Whatever
/// interrupts a load, running it again goes on where it was.
///
/// For one thread; the process must own the writing of the lake (see [basin.run.owner.Ownership]).
public final class Sync {

    private final Lake lake;
    private final Duck duck;
    private final ParquetWriter writer;
    private final SyncListener listener;
    private final Clock clock;

    /// @param duck an instance with one thread per statement
    public Sync(Lake lake, Duck duck, SyncListener listener, Clock clock) {
        this.lake = lake;
        this.duck = duck;
        this.writer = new ParquetWriter(duck);
        this.listener = listener;
        this.clock = clock;
    }

    /// Reads the source once. Of streams whose changes are followed, those that are not loaded yet.
    ///
    /// @param name   the source's name: the schema of its tables in the lake
    /// @param afresh whether to read everything anew, also what an interrupted load has kept
    /// @return what arrived, and why the rest did not
    /// @throws ProblemException where nothing could be read at all
    public SyncReport run(String name, Source source, boolean afresh) {
        try (SourceSnapshot snapshot = source.snapshot()) {
            Discovery discovery = snapshot.discovery();
            discovery.skipped().forEach(listener::skipped);
            Round round = new Round(snapshot, discovery.skipped());
            discovery.problems().forEach(round::tell);
            discovery.skipped().stream()
                    .flatMap(skipped -> noLongerRead(name, skipped).stream())
                    .forEach(round::tell);
            for (Stream stream : discovery.streams()) {
                if (afresh || !Followed.isLoaded(stream, name, lake)) {
                    round.plan(name, stream, afresh);
                }
            }
            round.load();
            return round.report(Followed.of(discovery.streams(), name, lake));
        }
    }

    /// A table that was loaded once would go on to be taken for what the source has.
    private Optional<Problem> noLongerRead(String source, Discovery.Skipped skipped) {
        String stream = skipped.stream();
        return stream == null || lake.find(new TableName(source, stream)).isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.failed(
                                "the table was loaded before and cannot be read any more",
                                new Place.InTable(skipped.what()))
                        .because(skipped.reason())
                        .advise("if it is not wanted any more, leave it out with 'exclude'"));
    }

    /// One reading of the source, from the plan to the report.
    private final class Round {

        private final SourceSnapshot snapshot;
        private final List<Discovery.Skipped> leftOut;
        private final List<StreamLoad> loads = new ArrayList<>();
        private final List<StreamReport> landed = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Queue<Piece> waiting = new ConcurrentLinkedQueue<>();
        private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

        Round(SourceSnapshot snapshot, List<Discovery.Skipped> leftOut) {
            this.snapshot = snapshot;
            this.leftOut = leftOut;
        }

        void plan(String source, Stream stream, boolean afresh) {
            try {
                loads.add(StreamLoad.plan(lake, source, stream, snapshot, afresh, duck, clock, listener));
            } catch (ProblemException e) {
                fail(stream, e);
            }
        }

        void load() {
            loads.stream()
                    .sorted(Comparator.comparingLong(StreamLoad::weight).reversed())
                    .flatMap(load -> load.missing().stream().map(chunk -> new Piece(load, chunk)))
                    .forEach(waiting::add);
            loads.forEach(this::landIfComplete);
            int pieces = waiting.size();
            try (ExecutorService readers = Executors.newFixedThreadPool(
                    snapshot.readers(),
                    Thread.ofPlatform().daemon().name("reader-", 1).factory())) {
                for (int reader = 0; reader < Math.min(pieces, snapshot.readers()); reader++) {
                    readers.execute(this::readAll);
                }
                while (pieces > 0) {
                    pieces -= commitSome();
                }
            }
        }

        SyncReport report(List<Stream> followed) {
            landed.sort(Comparator.comparing(StreamReport::stream));
            return new SyncReport(landed, followed, List.of(), leftOut, problems);
        }

        // In the readers' threads

        private void readAll() {
            for (Piece piece = waiting.poll(); piece != null; piece = waiting.poll()) {
                outcomes.add(piece.load().isFailed() ? new Outcome.Passed(piece) : read(piece));
            }
        }

        private Outcome read(Piece piece) {
            StreamLoad load = piece.load();
            try (RejectedRows rejected = load.rejectedRows(writer);
                    ChunkRows rows = snapshot.read(load.stream(), piece.chunk(), rejected)) {
                String name = load.stream().name();
                Rows watched = new WatchedRows(rows, batch -> listener.read(name, batch.size(), batch.bytes()));
                List<ParquetFile> files = writer.write(watched, load.constants(), load.layout());
                List<ParquetFile> rejectedFiles = rejected.finish();
                return new Outcome.Read(piece, new ReadChunk(rows.receipt(), files, rejectedFiles, rejected.count()));
            } catch (RuntimeException | Error e) {
                return new Outcome.Failed(piece, e);
            }
        }

        // In the committing thread

        /// Takes what the readers have finished, all there is of it, and commits it table by table.
        private int commitSome() {
            List<Outcome> some = new ArrayList<>();
            try {
                some.add(outcomes.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProblemException(Problem.interrupted("the sync was stopped", Place.NOWHERE), e);
            }
            outcomes.drainTo(some);
            for (Outcome outcome : some) {
                if (outcome instanceof Outcome.Read read) {
                    read.piece().load().accept(read.chunk());
                }
            }
            // What has been read is kept before anything else that failed is looked at.
            some.stream().map(outcome -> outcome.piece().load()).distinct().forEach(this::commit);
            for (Outcome outcome : some) {
                if (outcome instanceof Outcome.Failed failed) {
                    fail(failed.piece().load(), failed.why());
                }
            }
            return some.size();
        }

        private void commit(StreamLoad load) {
            if (load.isFailed()) {
                return;
            }
            try {
                load.commit();
                landIfComplete(load);
            } catch (ProblemException e) {
                fail(load, e);
            }
        }

        private void landIfComplete(StreamLoad load) {
            if (load.isFailed() || !load.isComplete()) {
                return;
            }
            try {
                StreamReport report = load.land();
                landed.add(report);
                listener.landed(report);
            } catch (ProblemException e) {
                fail(load, e);
            }
        }

        private void fail(StreamLoad load, Throwable why) {
            if (!(why instanceof ProblemException problem)) {
                waiting.clear();
                if (why instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) why;
            }
            if (!load.isFailed()) {
                load.fail();
                fail(load.stream(), problem);
            }
        }

        void tell(Problem problem) {
            if (problems.stream().noneMatch(told -> covers(told, problem))) {
                problems.add(problem);
            }
        }

        private void fail(Stream stream, ProblemException e) {
            e.problems().forEach(this::tell);
            listener.failed(stream.name(), e.problems().getFirst());
        }
    }

    /// Whether somebody who was told the one problem learns nothing from the other. What ails the source, or this
    /// machine, ails many tables; and what a source says once its connection is cut follows from that.
    private static boolean covers(Problem told, Problem problem) {
        return switch (problem.place()) {
            case Place.InTable _ -> told.equals(problem);
            case Place.Service service -> told.place().equals(service);
            case Place.Nowhere _, Place.InFile _, Place.InStatement _ ->
                !(told.place() instanceof Place.InTable) && told.what().equals(problem.what());
        };
    }

    private record Piece(StreamLoad load, Chunk chunk) {}

    /// What became of a piece.
    private sealed interface Outcome {
        Piece piece();

        record Read(Piece piece, ReadChunk chunk) implements Outcome {}

        record Failed(Piece piece, Throwable why) implements Outcome {}

        /// Not read, since its stream had failed already.
        record Passed(Piece piece) implements Outcome {}
    }
}
