package basin.run.verify;

import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.connect.digest.ChunkDigest;
import basin.connect.digest.KeyedDigest;
import basin.connect.digest.Movement;
import basin.connect.digest.PieceDigest;
import basin.connect.digest.RowDigest;
import basin.connect.digest.RowDigests;
import basin.connect.digest.ShownRow;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.stream.Chunk;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.lake.AsOf;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.TableSnapshot;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import basin.lake.schema.SchemaChange;
import basin.lake.schema.SchemaEvolution;
import basin.run.sync.QuarantineTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// One stream against its table. For one thread, which has the connection to itself; sums of the source are
/// computed in others.
final class TableComparison {

    /// About how many rows a piece has: what is looked through where one row differs.
    private static final long ROWS_PER_PIECE = 1 << 9;

    /// What fits into a server's usual memory for a query, and takes little to transfer for each chunk.
    private static final long MOST_PIECES = 1 << 14;

    private final SourceSnapshot snapshot;
    private final RowDigests source;
    private final Stream stream;
    private final Lake lake;
    private final LakeTable table;
    private final TableName quarantine;
    private final DuckConnection connection;
    private final VerifyListener listener;
    private final List<Chunk> chunks;

    /// @param source what `snapshot` can do besides
    /// @throws ProblemException if the table is not there, or its columns are not those of the stream
    TableComparison(
            SourceSnapshot snapshot,
            RowDigests source,
            String sourceName,
            Stream stream,
            Lake lake,
            DuckConnection connection,
            VerifyListener listener) {
        this.snapshot = snapshot;
        this.source = source;
        this.stream = stream;
        this.lake = lake;
        this.table = lake.find(new TableName(sourceName, stream.name()))
                .orElseThrow(() -> new ProblemException(Problem.failed(
                                "the table is not in the lake yet",
                                new Place.InTable(stream.origin().toString()))
                        .advise("basin sync " + sourceName)));
        this.quarantine = QuarantineTable.name(sourceName, stream.name());
        this.connection = connection;
        this.listener = listener;
        requireColumns(sourceName);
        this.chunks = snapshot.chunks(stream, null);
    }

    TableVerdict run(ExecutorService readers, int limit, InstantSource clock) {
        Instant start = clock.instant();
        int pieces = pieces();
        try (TableScan scan = table.scan(AsOf.LATEST, Predicate.ANY)) {
            scan.prepare(connection);
            requireNothingElse(scan);
            LakeDigests lakeDigests = new LakeDigests(connection, scan.sql(), stream.schema());
            SourceSums sums = new SourceSums();
            List<Future<?>> asked = new ArrayList<>();
            chunks.forEach(chunk -> asked.add(readers.submit(() -> sums.add(digest(chunk, pieces)))));
            Map<Integer, PieceDigest> inLake = lakeDigests.sums(pieces);
            asked.forEach(TableComparison::await);
            ChunkDigest atSource = sums.total();
            List<Integer> differing = differing(atSource.pieces(), inLake, pieces);
            Differences differences =
                    differing.isEmpty() ? Differences.NONE : differences(lakeDigests, pieces, differing, limit);
            return new TableVerdict(
                    stream.name(),
                    stream.mode(),
                    table.name(),
                    rows(atSource.pieces()) + atSource.unfit(),
                    rows(inLake),
                    atSource.unfit(),
                    quarantined(),
                    pieces,
                    differing.size(),
                    differences,
                    snapshot.position(stream),
                    table.position().map(loaded -> source.since(stream, loaded)).orElse(Movement.UNKNOWN),
                    table.position(),
                    Duration.between(start, clock.instant()));
        }
    }

    // Sums

    private int pieces() {
        long inLake =
                table.snapshots().stream().findFirst().map(TableSnapshot::rows).orElse(0L);
        long rows = Math.max(inLake, stream.rows());
        return (int) Math.clamp(rows / ROWS_PER_PIECE, 1, MOST_PIECES);
    }

    private ChunkDigest digest(Chunk chunk, int pieces) {
        ChunkDigest digest = source.digest(stream, chunk, pieces);
        listener.summed(stream.name(), rows(digest.pieces()) + digest.unfit(), chunk.weight());
        return digest;
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.interrupted("the comparison was stopped", Place.NOWHERE), e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private static List<Integer> differing(
            Map<Integer, PieceDigest> atSource, Map<Integer, PieceDigest> inLake, int pieces) {
        List<Integer> differing = new ArrayList<>();
        for (int number = 0; number < pieces; number++) {
            PieceDigest ours = inLake.getOrDefault(number, PieceDigest.NONE);
            if (!ours.equals(atSource.getOrDefault(number, PieceDigest.NONE))) {
                differing.add(number);
            }
        }
        return differing;
    }

    private static long rows(Map<Integer, PieceDigest> pieces) {
        return pieces.values().stream().mapToLong(PieceDigest::rows).sum();
    }

    private long quarantined() {
        LakeTable rejected = lake.find(quarantine).orElse(null);
        if (rejected == null) {
            return 0;
        }
        try (TableScan scan = rejected.scan(AsOf.LATEST, Predicate.ANY)) {
            scan.prepare(connection);
            return count("select count(*) from (" + scan.sql() + ")");
        }
    }

    private long count(String sql) {
        return (Long) Objects.requireNonNull(connection.fetch(sql).getFirst().getFirst());
    }

    // Rows

    private Differences differences(LakeDigests lakeDigests, int pieces, List<Integer> differing, int limit) {
        DifferingRows rows = new DifferingRows(connection);
        for (int number = 0; number < chunks.size(); number++) {
            try (Rows digests = source.rows(stream, chunks.get(number), pieces, differing)) {
                rows.addSource(digests, number);
            }
        }
        rows.addLake(lakeDigests.rows(pieces, differing));
        rows.compare();
        return rows.counted(listed(rows.some(limit), lakeDigests));
    }

    private List<Difference> listed(List<DifferingRows.Key> keys, LakeDigests lakeDigests) {
        Map<Integer, List<KeyedDigest>> wantedOfSource = new HashMap<>();
        List<KeyedDigest> wantedOfLake = new ArrayList<>();
        for (DifferingRows.Key key : keys) {
            if (key.source() != null) {
                wantedOfSource
                        .computeIfAbsent(key.chunk(), _ -> new ArrayList<>())
                        .add(new KeyedDigest(key.digest(), key.source()));
            }
            if (key.lake() != null) {
                wantedOfLake.add(new KeyedDigest(key.digest(), key.lake()));
            }
        }
        Map<RowDigest, ShownRow> atSource = show(wantedOfSource);
        Map<RowDigest, ShownRow> inLake = wantedOfLake.isEmpty() ? Map.of() : lakeDigests.show(wantedOfLake);
        return keys.stream()
                .map(key -> difference(shown(atSource, key.source()), shown(inLake, key.lake())))
                .toList();
    }

    /// @param wanted by the number of the chunk
    private Map<RowDigest, ShownRow> show(Map<Integer, List<KeyedDigest>> wanted) {
        Map<RowDigest, ShownRow> shown = new HashMap<>();
        wanted.forEach((chunk, digests) ->
                source.show(stream, chunks.get(chunk), digests).forEach(row -> shown.put(row.digest(), row)));
        return shown;
    }

    private static @Nullable ShownRow shown(Map<RowDigest, ShownRow> rows, @Nullable RowDigest digest) {
        return digest == null ? null : Objects.requireNonNull(rows.get(digest));
    }

    private Difference difference(@Nullable ShownRow atSource, @Nullable ShownRow inLake) {
        if (atSource == null) {
            return new Difference(Difference.Kind.SURPLUS, key(Objects.requireNonNull(inLake)), List.of());
        }
        return inLake == null
                ? new Difference(Difference.Kind.MISSING, key(atSource), List.of())
                : new Difference(Difference.Kind.CHANGED, key(atSource), changes(atSource, inLake));
    }

    private List<Difference.Cell> key(ShownRow row) {
        Schema schema = stream.schema();
        List<Difference.Cell> cells = new ArrayList<>();
        for (int i = 0; i < schema.fields().size(); i++) {
            String name = schema.fields().get(i).name();
            if (schema.primaryKey().isEmpty() || schema.primaryKey().contains(name)) {
                cells.add(new Difference.Cell(name, row.shown().get(i)));
            }
        }
        return cells;
    }

    private List<Difference.ChangedCell> changes(ShownRow atSource, ShownRow inLake) {
        List<Difference.ChangedCell> cells = new ArrayList<>();
        for (int i = 0; i < atSource.texts().size(); i++) {
            if (!Objects.equals(atSource.texts().get(i), inLake.texts().get(i))) {
                cells.add(new Difference.ChangedCell(
                        stream.schema().fields().get(i).name(),
                        atSource.shown().get(i),
                        inLake.shown().get(i)));
            }
        }
        return cells;
    }

    // Columns

    private void requireColumns(String sourceName) {
        Place.InTable place = new Place.InTable(table.name().toString());
        List<Problem> missing = new ArrayList<>();
        for (SchemaChange change : SchemaEvolution.between(table.schema(), stream.schema(), Map.of(), place)
                .changes()) {
            if (change instanceof SchemaChange.Added added) {
                String path = (added.parent().isEmpty() ? "" : added.parent() + ".")
                        + added.field().name();
                missing.add(Problem.failed("the source has a column '" + path + "' that the table does not have", place)
                        .because("it was added since the table was loaded")
                        .advise("basin sync " + sourceName));
            }
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(missing);
        }
    }

    /// A column that the source no longer has may stay in the table, but only as nulls.
    private void requireNothingElse(TableScan scan) {
        for (Field field : table.schema().fields()) {
            String name = field.name();
            if (stream.schema().field(name).isEmpty()
                    && count("select count(%s) from (%s)".formatted(TableName.quote(name), scan.sql())) > 0) {
                throw new ProblemException(Problem.failed(
                                "the table has values in a column '" + name + "' that the source does not have",
                                new Place.InTable(table.name().toString(), null, name))
                        .because("it was dropped or renamed there since the table was loaded, or is left out now")
                        .advise("basin sync " + table.name().schema()
                                + (stream.mode() == Stream.Mode.INCREMENTAL ? " --full" : "")));
            }
        }
    }
}
