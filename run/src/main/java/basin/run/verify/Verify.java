package basin.run.verify;

import basin.connect.Discovery;
import basin.connect.Source;
import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.connect.digest.RowDigests;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Problems;
import basin.core.problem.Suggestion;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.lake.Lake;
import basin.run.sync.Destination;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Compares what a source has with what the lake has of it.
///
/// All tables of the source are seen as of one instant. A table that cannot be compared leaves the others alone.
///
/// For one thread. It only reads, so that any process may do it, also while another one writes.
public final class Verify {

    private final Lake lake;
    private final Duck duck;
    private final VerifyListener listener;
    private final InstantSource clock;

    public Verify(Lake lake, Duck duck, VerifyListener listener, InstantSource clock) {
        this.lake = lake;
        this.duck = duck;
        this.listener = listener;
        this.clock = clock;
    }

    /// Compares once.
    ///
    /// @param name  the source's name: the schema of its tables in the lake
    /// @param only  names of streams; empty for all that have a table of rows in the lake, and then no table may be
    ///     there that is none of them
    /// @param limit how many differences are listed of each table; all are counted
    /// @throws ProblemException where nothing could be compared at all
    public VerifyReport run(String name, Source source, List<String> only, int limit) {
        try (SourceSnapshot snapshot = source.snapshot()) {
            if (!(snapshot instanceof RowDigests digests)) {
                throw new ProblemException(
                        Problem.failed("a source of this type cannot be verified", new Place.Service(name))
                                .because("it cannot compute checksums itself"));
            }
            List<Stream> streams = chosen(snapshot.discovery(), only);
            List<TableVerdict> verdicts = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            streams.forEach(stream -> listener.planned(stream.name(), stream.rows(), stream.bytes()));
            try (ExecutorService readers = Executors.newFixedThreadPool(
                    snapshot.readers(),
                    Thread.ofPlatform().daemon().name("verifier-", 1).factory())) {
                for (Stream stream : streams) {
                    try (DuckConnection connection = duck.connect()) {
                        TableVerdict verdict = new TableComparison(
                                        snapshot, digests, name, stream, lake, connection, listener)
                                .run(readers, limit, clock);
                        verdicts.add(verdict);
                        listener.compared(verdict);
                    } catch (ProblemException e) {
                        problems.addAll(e.problems());
                        listener.failed(stream.name(), e.problems().getFirst());
                    }
                }
            }
            if (only.isEmpty()) {
                problems.addAll(snapshot.discovery().problems());
                problems.addAll(leftBehind(name, snapshot.discovery()));
            }
            return new VerifyReport(verdicts, problems);
        }
    }

    private static List<Stream> chosen(Discovery discovery, List<String> only) {
        List<Stream> streams = discovery.streams().stream()
                .filter(stream -> !Destination.isRawOnly(stream) || only.contains(stream.name()))
                .toList();
        List<String> names = streams.stream().map(Stream::name).toList();
        Problems problems = new Problems();
        for (String wanted : only) {
            if (!names.contains(wanted)) {
                Optional<Discovery.Skipped> skipped = skipped(discovery, wanted);
                problems.add(skipped.map(Verify::notRead)
                        .orElseGet(() -> Problem.wrong("the source offers no table '" + wanted + "'", Place.NOWHERE)
                                .advise(Suggestion.didYouMean(wanted, names))));
                if (skipped.isEmpty()) {
                    problems.addAll(discovery.problems());
                }
            }
        }
        streams.stream()
                .filter(stream -> Destination.isRawOnly(stream) && only.contains(stream.name()))
                .map(Verify::rawOnly)
                .forEach(problems::add);
        problems.throwIfAny();
        return streams.stream()
                .filter(stream -> only.isEmpty() || only.contains(stream.name()))
                .toList();
    }

    private List<Problem> leftBehind(String name, Discovery discovery) {
        return lake.tables().stream()
                .filter(table -> table.schema().equals(name)
                        && discovery.stream(table.name()).isEmpty())
                .map(table ->
                        skipped(discovery, table.name()).map(Verify::notRead).orElseGet(() -> leftBehind(table)))
                .toList();
    }

    private static Optional<Discovery.Skipped> skipped(Discovery discovery, String stream) {
        return discovery.skipped().stream()
                .filter(skipped -> stream.equals(skipped.stream()))
                .findFirst();
    }

    private static Problem notRead(Discovery.Skipped skipped) {
        return Problem.failed("the table cannot be verified", new Place.InTable(skipped.what()))
                .because(skipped.reason());
    }

    private static Problem rawOnly(Stream stream) {
        return Problem.failed(
                        "the table cannot be verified",
                        new Place.InTable(stream.origin().toString()))
                .because("it has no key, and the lake has its changes instead of its rows");
    }

    private static Problem leftBehind(TableName table) {
        return Problem.failed("the lake has this table, and the source does not", new Place.InTable(table.toString()))
                .because("it was dropped or renamed there, or the settings leave it out now")
                .advise("name the tables to be verified, if this one is to stay as it is");
    }
}
