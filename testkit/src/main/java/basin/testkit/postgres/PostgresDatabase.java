package basin.testkit.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.postgresql.Driver;

/// A database of one test, dropped when it is closed, together with its replication slots and whoever is connected.
///
/// For any thread.
///
/// @param server where it is
/// @param name its name, which needs no quotes in SQL
public record PostgresDatabase(PostgresServer server, String name) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static PostgresDatabase create(PostgresServer server, String name) {
        new PostgresDatabase(server, "postgres").execute("create database " + name);
        return new PostgresDatabase(server, name);
    }

    public String host() {
        return server.host();
    }

    public int port() {
        return server.port();
    }

    /// Its address for JDBC, without user and password.
    public String url() {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + name;
    }

    /// A new connection as superuser; the caller closes it.
    public Connection connect() {
        Properties who = new Properties();
        who.setProperty("user", PostgresServer.SUPERUSER);
        try {
            Connection connection = new Driver().connect(url(), who);
            if (connection == null) {
                throw new AssertionError("the driver does not know its own address: " + url());
            }
            return connection;
        } catch (SQLException e) {
            throw new AssertionError("no connection to " + url(), e);
        }
    }

    /// Runs one or more statements as superuser, each a transaction of its own unless a text holds several.
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError("in " + name + ": " + e.getMessage(), e);
        }
    }

    /// Waits until a query says `true`, for a minute at most.
    ///
    /// @param query gives one row of one column
    public void await(String query) {
        Instant end = Instant.now().plus(PATIENCE);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            while (!isTrue(statement, query)) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("never true in " + name + ": " + query);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError("in " + name + ": " + e.getMessage(), e);
        }
    }

    /// Waits until the server lets somebody in, for a minute at most.
    void awaitAnswer() {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                connect().close();
                return;
            } catch (AssertionError | SQLException e) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("no answer from " + url(), e);
                }
            }
        }
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Override
    public void close() {
        PostgresDatabase maintenance = new PostgresDatabase(server, "postgres");
        maintenance.execute(
                "select pg_terminate_backend(active_pid) from pg_replication_slots where active and database = '%s'"
                        .formatted(name),
                "drop database " + name + " with (force)");
    }
}
