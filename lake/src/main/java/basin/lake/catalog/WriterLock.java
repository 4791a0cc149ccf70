package basin.lake.catalog;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The right to write to the tables of a catalog in Postgres, among all processes of all machines that know it.
///
/// It is an advisory lock of a session that does nothing else, so it ends with the process however that ends; and
/// the session is called after what it is held for, so that the next one can be told. A catalog in a file of this
/// machine needs none: the state folder has a lock of its own.
public final class WriterLock implements AutoCloseable {

    /// A number that no other program has a reason to take.
    private static final int CLASS = 0x0BA5_1177;

    /// The catalogs of one database, in several schemas, are told apart by their tables.
    private static final String CATALOG = "'iceberg_tables'::regclass::oid::int";

    private static final String TAKE = "SELECT pg_try_advisory_lock(" + CLASS + ", " + CATALOG + ")";

    private static final String HOLDER = """
            SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ? AND l.objid = 'iceberg_tables'::regclass""";

    private final Connection connection;

    private WriterLock(Connection connection) {
        this.connection = connection;
    }

    /// Takes the right to write, at once or not at all.
    ///
    /// @param what what it is taken for, for people: `basin sync shop`
    /// @throws ProblemException if another process holds it, naming it, or the database cannot be reached
    public static WriterLock take(SystemDatabase.Postgres database, String what) {
        Place place = new Place.Service(database.name());
        try {
            Connection connection = DriverManager.getConnection(database.url(), settings(database, what));
            try {
                CatalogTables.prepare(connection);
                if (!isFree(connection)) {
                    throw taken(holder(connection));
                }
                return new WriterLock(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw DatabaseProblem.of(e, place);
        }
    }

    private static Properties settings(SystemDatabase.Postgres database, String what) {
        Properties settings = new Properties();
        settings.setProperty("user", database.user());
        settings.setProperty("password", database.password());
        settings.setProperty("tcpKeepAlive", "true");
        // Postgres keeps 63 bytes of it.
        settings.setProperty(
                "ApplicationName", what + ", process " + ProcessHandle.current().pid() + " on " + host());
        return settings;
    }

    private static boolean isFree(Connection connection) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE);
                ResultSet answer = take.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static @Nullable String holder(Connection connection) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(HOLDER)) {
            ask.setInt(1, CLASS);
            try (ResultSet holder = ask.executeQuery()) {
                return holder.next() ? holder.getString(1) : null;
            }
        }
    }

    private static ProblemException taken(@Nullable String holder) {
        return new ProblemException(
                Problem.interrupted("another process is writing to the tables of this catalog", Place.NOWHERE)
                        .because(holder == null ? null : "it is " + holder)
                        .advise("wait until it is done, or stop it; whatever it was writing is taken up where it"
                                + " stopped"));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unknown host";
        }
    }

    /// Gives the right back.
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(WriterLock.class.getName())
                    .log(System.Logger.Level.DEBUG, "the session that held the right to write was gone", e);
        }
    }
}
