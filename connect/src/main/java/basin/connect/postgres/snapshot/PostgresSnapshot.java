package basin.connect.postgres.snapshot;

import basin.connect.ChunkRows;
import basin.connect.Discovery;
import basin.connect.Quarantine;
import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.connect.digest.ChunkDigest;
import basin.connect.digest.KeyedDigest;
import basin.connect.digest.Movement;
import basin.connect.digest.RowDigests;
import basin.connect.digest.ShownRow;
import basin.connect.postgres.catalog.Relation;
import basin.connect.postgres.connection.Connector;
import basin.connect.postgres.plan.ColumnNumbers;
import basin.connect.postgres.plan.Cursor;
import basin.connect.postgres.plan.PlannedStream;
import basin.connect.postgres.plan.StreamPlanner;
import basin.core.problem.ProblemException;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.stream.Chunk;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// One instant of a database.
///
/// A connection holds the snapshot, others import it for as long as they read one chunk: so a table is locked
/// (against being dropped or altered, nothing else) only while one of its chunks is read. What happens to it in
/// between is found out by the file its rows are in: truncating or rewriting a table, which no snapshot is safe
/// from, gives it another one.
public final class PostgresSnapshot implements SourceSnapshot, RowDigests {

    private final Connector connector;
    private final ExportedSnapshot snapshot;
    private final Discovery discovery;
    private final Map<String, PlannedStream> streams;
    private final ChunkPlanner planner;
    private final Readers readers;
    private final Map<String, Map<String, Piece>> pieces = new ConcurrentHashMap<>();

    private PostgresSnapshot(
            Connector connector, ExportedSnapshot snapshot, Planned planned, ChunkPlanner planner, Readers readers) {
        this.connector = connector;
        this.snapshot = snapshot;
        this.discovery = planned.discovery();
        this.streams = planned.streams().stream()
                .collect(Collectors.toMap(stream -> stream.stream().name(), Function.identity()));
        this.planner = planner;
        this.readers = readers;
    }

    /// Takes a snapshot of the database as it stands now.
    ///
    /// @param readers how many chunks may be read at the same time
    /// @param chunkBytes about how large they are
    public static PostgresSnapshot open(
            Connector connector, StreamPlanner.Choice choice, int readers, long chunkBytes) {
        ExportedSnapshot snapshot = ExportedSnapshot.open(connector);
        try {
            return new PostgresSnapshot(
                    connector,
                    snapshot,
                    Planned.read(snapshot, choice, connector),
                    new ChunkPlanner(snapshot, chunkBytes),
                    new Readers(connector, readers));
        } catch (RuntimeException | Error e) {
            snapshot.close();
            throw e;
        }
    }

    @Override
    public Discovery discovery() {
        return discovery;
    }

    @Override
    public int readers() {
        return readers.most();
    }

    @Override
    public Position position(Stream stream) {
        PlannedStream planned = planned(stream);
        if (stream.mode() == Stream.Mode.FOLLOWED) {
            return LoadedAt.of(snapshot).position(ColumnNumbers.of(planned));
        }
        Cursor cursor = planned.cursor();
        return cursor == null
                ? LoadedAt.of(snapshot).position()
                : query(planned, connection -> new Increment(planned, cursor, snapshot).position(connection));
    }

    @Override
    public Optional<String> discontinuity(Stream stream, Position after) {
        PlannedStream planned = planned(stream);
        Cursor cursor = planned.cursor();
        return cursor == null ? Optional.empty() : new Increment(planned, cursor, snapshot).discontinuity(after);
    }

    @Override
    public List<Chunk> chunks(Stream stream, @Nullable Position after) {
        PlannedStream planned = planned(stream);
        List<Piece> planedPieces = query(planned, connection -> pieces(connection, planned, after));
        pieces.put(
                stream.name(),
                planedPieces.stream()
                        .collect(Collectors.toMap(piece -> piece.chunk().id(), Function.identity())));
        return planedPieces.stream().map(Piece::chunk).toList();
    }

    @Override
    public boolean stillHolds(Stream stream, ChunkReceipt receipt) {
        PlannedStream planned = planned(stream);
        Piece piece = pieces.getOrDefault(stream.name(), Map.of()).get(receipt.chunk());
        Evidence then = Evidence.parse(receipt.evidence());
        if (piece == null || then == null || !piece.relation().hasVisiblePlaces()) {
            return false;
        }
        Evidence now = Evidence.of(snapshot, planned, piece);
        return then.isComparableWith(now)
                && query(planned, connection -> holdsSameRows(connection, piece, receipt.rows(), then.xids()));
    }

    @Override
    public ChunkRows read(Stream stream, Chunk chunk, Quarantine quarantine) {
        PlannedStream planned = planned(stream);
        Piece piece = piece(stream, chunk);
        String query = "select " + planned.selectList() + " " + piece.source();
        return copy(planned, piece, query, stream.schema(), new RowDecoder(planned.columns()), quarantine);
    }

    @Override
    public ChunkDigest digest(Stream stream, Chunk chunk, int pieceCount) {
        PlannedStream planned = planned(stream);
        Piece piece = piece(stream, chunk);
        return query(planned, connection -> {
            ChunkDigest digest = new DigestQuery(planned, piece).sums(connection, pieceCount);
            requireSameFile(connection, planned, piece.relation());
            return digest;
        });
    }

    @Override
    public Rows rows(Stream stream, Chunk chunk, int pieceCount, Collection<Integer> wanted) {
        PlannedStream planned = planned(stream);
        Piece piece = piece(stream, chunk);
        String query = new DigestQuery(planned, piece).rows(pieceCount, wanted);
        RowDecoder decoder = new RowDecoder(DigestQuery.columns(snapshot.types()));
        return copy(planned, piece, query, RowDigests.COLUMNS, decoder, rejected -> {
            throw new IllegalStateException("a digest that is no number: " + rejected);
        });
    }

    @Override
    public List<ShownRow> show(Stream stream, Chunk chunk, Collection<KeyedDigest> wanted) {
        PlannedStream planned = planned(stream);
        Piece piece = piece(stream, chunk);
        return query(planned, connection -> new DigestQuery(planned, piece).show(connection, wanted));
    }

    @Override
    public Movement since(Stream stream, Position then) {
        PlannedStream planned = planned(stream);
        Cursor cursor = planned.cursor();
        return cursor == null
                ? LoadedAt.of(snapshot).since(then)
                : new Increment(planned, cursor, snapshot).since(then);
    }

    private CopyRows copy(
            PlannedStream stream, Piece piece, String query, Schema schema, RowDecoder decoder, Quarantine quarantine) {
        Connection connection = readers.take();
        try {
            ChunkReading reading = new ChunkReading(stream, piece, query, connection);
            return new CopyRows(stream.stream(), piece.chunk(), schema, decoder, quarantine, reading);
        } catch (SQLException e) {
            readers.discard(connection);
            throw failure(e, stream);
        } catch (RuntimeException | Error e) {
            readers.discard(connection);
            throw e;
        }
    }

    @Override
    public void close() {
        readers.close();
        snapshot.close();
    }

    /// A stream's rows as they arrive.
    private final class ChunkReading implements CopyRows.Reading {
        private final PlannedStream stream;
        private final Piece piece;
        private final Connection connection;
        private final CopyOut copy;
        private boolean over;

        ChunkReading(PlannedStream stream, Piece piece, String query, Connection connection) throws SQLException {
            this.stream = stream;
            this.piece = piece;
            this.connection = connection;
            begin(connection);
            this.copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format binary)");
        }

        @Override
        public CopyOut copy() {
            return copy;
        }

        @Override
        public String complete() throws SQLException {
            requireSameFile(connection, stream, piece.relation());
            end(connection);
            over = true;
            readers.giveBack(connection);
            return Evidence.of(snapshot, stream, piece).toString();
        }

        @Override
        public RuntimeException failed(SQLException e) {
            return failure(e, stream);
        }

        @Override
        public RuntimeException tooLarge(OutOfMemoryError e) {
            return connector.failures().tooLarge(stream.stream().origin(), e);
        }

        @Override
        public void close() {
            if (!over) {
                over = true;
                readers.discard(connection);
            }
        }
    }

    /// Something asked of the server in this instant.
    @FunctionalInterface
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T query(PlannedStream stream, Question<T> question) {
        Connection connection = readers.take();
        try {
            begin(connection);
            T answer = question.ask(connection);
            end(connection);
            readers.giveBack(connection);
            return answer;
        } catch (SQLException e) {
            readers.discard(connection);
            throw failure(e, stream);
        } catch (RuntimeException | Error e) {
            readers.discard(connection);
            throw e;
        }
    }

    private List<Piece> pieces(Connection connection, PlannedStream stream, @Nullable Position after)
            throws SQLException {
        Cursor cursor = stream.cursor();
        List<Piece> pieces = cursor == null || after == null
                ? planner.pieces(connection, stream, stream.parts(), null)
                : new Increment(stream, cursor, snapshot).pieces(connection, planner, after);
        for (Relation part : stream.parts()) {
            requireSameFile(connection, stream, part);
        }
        return pieces;
    }

    /// Postgres never writes over a row: an update leaves the old version and adds a new one. Hence as many
    /// rows as before, none of them written by a transaction that was not seen then, are the same rows.
    private static boolean holdsSameRows(Connection connection, Piece piece, long rows, Xids then) throws SQLException {
        String sql = "select count(*), coalesce(bool_or(%s), false) %s".formatted(then.unseen(), piece.source());
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1) == rows && !result.getBoolean(2);
        }
    }

    /// Asks for the file as it is now, not as the snapshot saw it.
    private void requireSameFile(Connection connection, PlannedStream stream, Relation relation) throws SQLException {
        if (!relation.kind().isStored()) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_relation_filenode(" + relation.oid() + ")")) {
            result.next();
            if (result.getLong(1) != relation.fileNode()) {
                throw connector.failures().altered(stream.stream().origin(), "dropped, truncated or rewritten");
            }
        }
    }

    private void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(snapshot.begin());
        }
    }

    private static void end(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("commit");
        }
    }

    private Piece piece(Stream stream, Chunk chunk) {
        Piece piece = pieces.getOrDefault(stream.name(), Map.of()).get(chunk.id());
        if (piece == null) {
            throw new IllegalArgumentException("no chunk of " + stream.name() + ": " + chunk.id());
        }
        return piece;
    }

    private PlannedStream planned(Stream stream) {
        PlannedStream planned = streams.get(stream.name());
        if (planned == null) {
            throw new IllegalArgumentException("no stream of this snapshot: " + stream.name());
        }
        return planned;
    }

    private ProblemException failure(SQLException e, PlannedStream stream) {
        TableName table = stream.stream().origin();
        return connector.failures().exception(e, table);
    }
}
