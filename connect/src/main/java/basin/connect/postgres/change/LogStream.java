package basin.connect.postgres.change;

import basin.connect.postgres.connection.Connector;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.postgresql.replication.fluent.logical.ChainedLogicalStreamBuilder;

/// The messages of a slot as the server sends them while it goes on.
///
/// One thread reads; acknowledging and closing is for any. The server hears of us also while nobody
/// reads: otherwise it would take us for gone.
final class LogStream implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(LogStream.class.getName());
    private static final Duration STATUS_WHILE_BUSY = Duration.ofSeconds(1);
    private static final long STATUS_WHILE_IDLE_NANOS = Duration.ofMillis(200).toNanos();
    private static final Duration STATUS_OTHERWISE = Duration.ofSeconds(10);

    /// The driver waits for a millisecond each time it finds nothing; after some of that, so long besides.
    private static final long PAUSE_NANOS = Duration.ofMillis(4).toNanos();

    private static final int SHORT_PAUSES = 20;

    /// The server sends each change by itself. Whoever has had to wait for one waits a little longer, so that the next
    /// ones come at one go: to be woken for each of them costs several times what reading it does.
    private static final long GATHERING_NANOS = 200_000;

    /// Whoever finds a message that is there needs less time than this.
    private static final long WAITED_NANOS = 15_000;

    private final Connection connection;
    private final PGReplicationStream stream;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long lastStatus;
    private int pauses;

    private LogStream(Connection connection, PGReplicationStream stream) {
        this.connection = connection;
        this.stream = stream;
    }

    /// Starts with the first transaction that was committed behind a place.
    static LogStream open(Connector connector, Server server, PluginOptions options, Lsn after) throws SQLException {
        Connection connection = connector.openForReplication();
        try {
            if (!server.traits().checksText()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set client_encoding = 'SQL_ASCII'");
                }
            }
            ChainedLogicalStreamBuilder builder = connection
                    .unwrap(PGConnection.class)
                    .getReplicationAPI()
                    .replicationStream()
                    .logical()
                    .withSlotName(options.slot())
                    .withStartPosition(LogSequenceNumber.valueOf(after.value()))
                    .withStatusInterval(Math.toIntExact(STATUS_WHILE_BUSY.toMillis()), TimeUnit.MILLISECONDS)
                    .withAutomaticFlush(false);
            options.values().forEach(builder::withSlotOption);
            LogStream log = new LogStream(connection, builder.start());
            Thread.ofVirtual().name("basin: slot " + options.slot()).start(log::keepAlive);
            return log;
        } catch (SQLException | RuntimeException | Error e) {
            Connector.close(connection);
            throw e;
        }
    }

    /// The next message; null if none is there, after having waited a little.
    @Nullable
    ByteBuffer next() throws SQLException {
        long asked = System.nanoTime();
        ByteBuffer message = stream.readPending();
        if (message != null && System.nanoTime() - asked > WAITED_NANOS) {
            LockSupport.parkNanos(GATHERING_NANOS);
        }
        if (message == null) {
            if (stream.isClosed()) {
                throw new SQLException("the server has ended the stream", "08006");
            }
            pause();
        } else {
            pauses = 0;
        }
        return message;
    }

    /// Up to where the server has sent everything, as far as it has said so; between two transactions only.
    Lsn received() {
        return new Lsn(stream.getLastReceiveLSN().asLong());
    }

    /// Lets the server forget what stands before a place. It hears of it with the next status.
    void acknowledge(Lsn lsn) {
        LogSequenceNumber number = LogSequenceNumber.valueOf(lsn.value());
        stream.setAppliedLSN(number);
        stream.setFlushedLSN(number);
    }

    /// Tells what was acknowledged, if the server still answers, and ends a reading under way.
    @Override
    public void close() {
        closed.countDown();
        try {
            stream.forceUpdateStatus();
        } catch (SQLException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the last acknowledgement was not heard", e);
        }
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "cutting a connection", e);
        }
    }

    /// A status also asks the server how far it is.
    private void pause() throws SQLException {
        long now = System.nanoTime();
        if (now - lastStatus >= STATUS_WHILE_IDLE_NANOS) {
            lastStatus = now;
            stream.forceUpdateStatus();
        }
        if (pauses++ > SHORT_PAUSES) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void keepAlive() {
        try {
            while (!closed.await(STATUS_OTHERWISE.toMillis(), TimeUnit.MILLISECONDS)) {
                stream.forceUpdateStatus();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the connection is lost, as the next reading will find", e);
        }
    }
}
