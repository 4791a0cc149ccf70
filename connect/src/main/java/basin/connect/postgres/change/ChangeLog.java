package basin.connect.postgres.change;

import basin.connect.RejectedRow;
import basin.connect.change.ChangeSink;
import basin.connect.postgres.change.ChangeWriter.Op;
import basin.connect.postgres.snapshot.RowJson;
import basin.core.problem.Problem;
import basin.core.rows.Batch;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes changes of the messages of the log, in their order.
///
/// Holds back what does not fill a batch, up to a number of bytes in all streams together; beyond that
/// the stream with the most is handed over.
final class ChangeLog implements AutoCloseable {

    private static final long MOST_HELD = 32L << 20;

    /// What is counted for a change beside its own bytes.
    private static final int CHANGE_BYTES = 64;

    private final RelationRouter router;
    private final Map<Long, @Nullable Route> routes = new HashMap<>();
    private final Transaction transaction = new Transaction();
    private final Message message = new Message();
    private final Tuple row = new Tuple();
    private final Tuple old = new Tuple();
    private boolean inTransaction;
    private boolean wanted;
    private long held;
    private long rows;
    private long transactions;
    private Lsn reached;

    /// Where the changes of a table go.
    ///
    /// @param stream the one that has its rows
    /// @param writer of this table's rows
    record Route(FollowedStream stream, ChangeWriter writer) {}

    /// @param reached up to where everything has been read
    ChangeLog(RelationRouter router, Lsn reached) {
        this.router = router;
        this.reached = reached;
    }

    /// The streams that are followed.
    Collection<FollowedStream> streams() {
        return router.streams();
    }

    /// Whether a transaction has begun whose end has not been read.
    boolean inTransaction() {
        return inTransaction;
    }

    /// The end of the last transaction that was read, or a later place before which no other was committed.
    Lsn reached() {
        return reached;
    }

    /// Nothing was committed between what was read and this place.
    void reach(Lsn lsn) {
        reached = reached.max(lsn);
    }

    /// How many changes were handed over or rejected, or will be at the next [#flush].
    long rows() {
        return rows;
    }

    /// How many transactions there were with changes for a stream.
    long transactions() {
        return transactions;
    }

    /// The transaction that was read last.
    Transaction transaction() {
        return transaction;
    }

    /// Reads a message.
    ///
    /// @throws SQLException if the catalog has to be asked and does not answer
    void read(byte[] bytes, int offset, int length, ChangeSink sink) throws SQLException {
        message.turnTo(bytes, offset, length);
        byte type = message.nextByte();
        switch (type) {
            case 'I' -> insert(length, sink);
            case 'U' -> update(length, sink);
            case 'D' -> delete(length, sink);
            case 'B' -> {
                Lsn commit = new Lsn(message.nextLong());
                long committed = message.nextLong();
                begin(message.nextInt(), commit, committed);
            }
            case 'C' -> {
                message.skip(Byte.BYTES + Long.BYTES);
                commit(new Lsn(message.nextLong()));
            }
            case 'R' -> relation(LoggedRelation.read(message), sink);
            case 'T' -> truncate(sink);
            case 'Y', 'O', 'M' -> {
                // Names of types, where a transaction came from, and messages of others tell nothing about rows.
            }
            default -> throw new IllegalStateException("a message of unknown type " + (char) type);
        }
    }

    /// Begins a transaction.
    ///
    /// @param committed microseconds since 2000-01-01
    void begin(int xid, Lsn commit, long committed) {
        transaction.begin(xid, commit, committed);
        inTransaction = true;
        wanted = false;
    }

    /// Ends the transaction.
    ///
    /// @param end the place behind its commit
    void commit(Lsn end) {
        inTransaction = false;
        transactions += wanted ? 1 : 0;
        reach(end);
    }

    /// Hands over everything.
    void flush(ChangeSink sink) {
        if (held > 0) {
            router.streams().forEach(stream -> stream.flush(sink));
            held = 0;
        }
    }

    @Override
    public void close() {
        router.streams().forEach(FollowedStream::close);
    }

    private void relation(LoggedRelation relation, ChangeSink sink) throws SQLException {
        routes.put(relation.oid(), router.route(relation, sink));
        held = router.streams().stream().mapToLong(FollowedStream::held).sum();
    }

    private @Nullable Route route() {
        Route route = routes.get(Integer.toUnsignedLong(message.nextInt()));
        if (route == null || !route.stream().wants(transaction)) {
            return null;
        }
        wanted = true;
        return route;
    }

    private void insert(int length, ChangeSink sink) {
        Route route = route();
        if (route != null) {
            message.skip(Byte.BYTES);
            row.read(message);
            write(route, Op.INSERT, row, null, false, length, sink);
        }
    }

    private void update(int length, ChangeSink sink) {
        Route route = route();
        if (route == null) {
            return;
        }
        byte kind = message.nextByte();
        Tuple before = null;
        if (kind != 'N') {
            old.read(message);
            before = old;
            message.skip(Byte.BYTES);
        }
        row.read(message);
        write(route, Op.UPDATE, row, before, kind == 'O', length, sink);
    }

    private void delete(int length, ChangeSink sink) {
        Route route = route();
        if (route != null) {
            boolean whole = message.nextByte() == 'O';
            row.read(message);
            write(route, Op.DELETE, row, null, whole, length, sink);
        }
    }

    private void write(
            Route route, Op op, Tuple values, @Nullable Tuple before, boolean whole, int length, ChangeSink sink) {
        ChangeWriter writer = route.writer();
        FollowedStream stream = route.stream();
        Batch batch = stream.batch();
        transaction.advance();
        rows++;
        boolean movesKey = before != null && writer.changesKey(before, values);
        if (writer.write(op, transaction, values, before, whole, movesKey, batch)) {
            end(stream, batch, length, sink);
        } else {
            reject(route, op, values, movesKey ? before : null, length, sink);
        }
    }

    /// A row that does not fit cannot stay as it was, either: a delete takes its place, unless it was
    /// new, or not even its key fits.
    private void reject(Route route, Op op, Tuple values, @Nullable Tuple formerKey, int length, ChangeSink sink) {
        FollowedStream stream = route.stream();
        ChangeWriter writer = route.writer();
        Batch batch = stream.batch();
        String name = stream.planned().stream().name();
        var key = stream.planned().stream().schema().primaryKey();
        RejectedRow rejected = new RejectedRow(
                name,
                new String(transaction.position(), StandardCharsets.US_ASCII),
                writer.faults(),
                RowJson.key(batch, batch.size(), key, writer.faults()),
                RowJson.of(batch, batch.size(), writer.first(), writer.unfitting()));
        batch.undoRow();
        if (op != Op.INSERT && !key.isEmpty()) {
            if (writer.writeKey(transaction, formerKey == null ? values : formerKey, batch)) {
                end(stream, batch, length, sink);
            } else {
                batch.undoRow();
            }
        }
        sink.reject(rejected);
    }

    private void truncate(ChangeSink sink) throws SQLException {
        int count = message.nextInt();
        message.skip(Byte.BYTES);
        Set<Long> tables = new HashSet<>();
        for (int i = 0; i < count; i++) {
            tables.add(Integer.toUnsignedLong(message.nextInt()));
        }
        Set<FollowedStream> done = new HashSet<>();
        for (long table : tables) {
            Route route = routes.get(table);
            if (route == null || !route.stream().wants(transaction) || !done.add(route.stream())) {
                continue;
            }
            wanted = true;
            FollowedStream stream = route.stream();
            if (router.isWhole(stream, tables)) {
                Batch batch = stream.batch();
                transaction.advance();
                rows++;
                route.writer().writeTruncation(transaction, batch);
                end(stream, batch, 0, sink);
            } else {
                discontinue(stream, router.truncatedInPart(stream), sink);
            }
        }
    }

    private void discontinue(FollowedStream stream, Problem why, ChangeSink sink) {
        held -= stream.held();
        stream.flush(sink);
        stream.discontinue();
        sink.discontinued(stream.planned().stream(), why);
    }

    private void end(FollowedStream stream, Batch batch, int length, ChangeSink sink) {
        int bytes = length + CHANGE_BYTES;
        stream.endRow(batch, bytes);
        held += bytes;
        if (batch.isFull()) {
            held -= stream.held();
            stream.flush(sink);
        } else if (held > MOST_HELD) {
            FollowedStream largest = largest(router.streams());
            held -= largest.held();
            largest.flush(sink);
        }
    }

    private static FollowedStream largest(Collection<FollowedStream> streams) {
        FollowedStream largest = streams.iterator().next();
        for (FollowedStream stream : streams) {
            if (stream.held() > largest.held()) {
                largest = stream;
            }
        }
        return largest;
    }
}
