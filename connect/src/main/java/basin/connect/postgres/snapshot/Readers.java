package basin.connect.postgres.snapshot;

import basin.connect.postgres.connection.Connector;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The connections that read under one snapshot: not more than a number of them, used again and again.
///
/// For any thread.
final class Readers implements AutoCloseable {

    private final Connector connector;
    private final int most;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> busy = new HashSet<>();
    private int taken;
    private boolean closed;

    Readers(Connector connector, int most) {
        this.connector = connector;
        this.most = most;
    }

    int most() {
        return most;
    }

    /// A connection outside of any transaction, for the caller alone until it is given back or discarded; waits
    /// while as many are out as there may be.
    ///
    /// @throws ProblemException if none is to be had, or once this is closed
    Connection take() {
        Connection connection = await();
        if (connection != null) {
            return connection;
        }
        try {
            connection = connector.open();
        } catch (RuntimeException | Error e) {
            release();
            throw e;
        }
        return admit(connection);
    }

    /// Takes back a connection that is outside of any transaction.
    synchronized void giveBack(Connection connection) {
        busy.remove(connection);
        taken--;
        if (closed) {
            Connector.close(connection);
        } else {
            idle.push(connection);
        }
        notifyAll();
    }

    /// Cuts a connection, whatever it is doing.
    void discard(Connection connection) {
        cut(connection);
        synchronized (this) {
            busy.remove(connection);
            taken--;
            notifyAll();
        }
    }

    @Override
    public void close() {
        Set<Connection> cut;
        synchronized (this) {
            closed = true;
            cut = new HashSet<>(busy);
            cut.addAll(idle);
            idle.clear();
            notifyAll();
        }
        cut.forEach(this::cut);
    }

    /// An idle connection, or null for the right to open one.
    private synchronized @Nullable Connection await() {
        try {
            while (!closed && taken == most) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended();
        }
        if (closed) {
            throw ended();
        }
        taken++;
        Connection connection = idle.poll();
        if (connection != null) {
            busy.add(connection);
        }
        return connection;
    }

    private Connection admit(Connection connection) {
        synchronized (this) {
            busy.add(connection);
            if (!closed) {
                return connection;
            }
        }
        discard(connection);
        throw ended();
    }

    private synchronized void release() {
        taken--;
        notifyAll();
    }

    private void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            System.getLogger(Readers.class.getName()).log(System.Logger.Level.DEBUG, "cutting a connection", e);
        }
    }

    private ProblemException ended() {
        return new ProblemException(Problem.interrupted(
                "the reading was ended", connector.failures().service()));
    }
}
