package basin.connect.postgres.connection;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.settings.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/// Opens connections to one server. The only place that does, so that all of them are alike.
///
/// For any thread.
public final class Connector {

    /// The oldest major version that is read, and the name people know it by.
    private static final int OLDEST_VERSION = 12;

    private static final int SECONDS_TO_CONNECT = 15;
    private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

    /// Whatever the role or the database has set: a load may take long, sit idle between two chunks, and must
    /// neither wait behind a lock for hours nor be shown a part of the rows only.
    private static final String SESSION = """
            set statement_timeout = 0;
            set idle_in_transaction_session_timeout = 0;
            select set_config(name, '0', false)
            from pg_settings
            where name in ('idle_session_timeout', 'transaction_timeout');
            set lock_timeout = '30s';
            set row_security = off;
            set time zone 'UTC';
            set datestyle = 'ISO';
            set intervalstyle = 'postgres';
            set bytea_output = 'hex';
            set extra_float_digits = 1;
            set xmloption = 'content';
            set jit = off;
            set max_parallel_workers_per_gather = 0;
            """;

    private final ConnectionSettings settings;
    private final Failures failures;

    /// @param source the source's name, for problems
    public Connector(String source, ConnectionSettings settings) {
        this.settings = settings;
        this.failures = new Failures(
                new Place.Service("%s (postgres at %s:%d)".formatted(source, settings.host(), settings.port())),
                settings.database(),
                settings.user());
    }

    /// Says what goes wrong on these connections.
    public Failures failures() {
        return failures;
    }

    /// A new connection, in autocommit mode, as fit for any of our uses; the caller closes it.
    ///
    /// @throws ProblemException if there is none to be had
    public Connection open() {
        return open(Map.of());
    }

    /// @param driver properties of the driver, besides the usual ones
    private Connection open(Map<String, String> driver) {
        Connection connection = connect(driver);
        try {
            requireVersion(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute(SESSION);
            }
            set(connection, settings.options());
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw failures.exception(e);
        } catch (ProblemException e) {
            close(connection);
            throw e;
        }
    }

    /// A new connection that can follow the server's log, and is otherwise as those of [#open()].
    ///
    /// @throws ProblemException if there is none to be had
    public Connection openForReplication() {
        return open(Map.of(
                "replication", "database",
                "preferQueryMode", "simple",
                "assumeMinServerVersion", "14"));
    }

    /// Closes without a word: what could go wrong now has no effect any more.
    public static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(Connector.class.getName()).log(System.Logger.Level.DEBUG, "closing a connection", e);
        }
    }

    private Connection connect(Map<String, String> driver) {
        Properties properties = new Properties();
        properties.putAll(driver);
        properties.setProperty("user", settings.user());
        Secret password = settings.password();
        if (password != null) {
            properties.setProperty("password", password.reveal());
        }
        properties.setProperty("ApplicationName", "basin");
        properties.setProperty("connectTimeout", String.valueOf(SECONDS_TO_CONNECT));
        properties.setProperty("loginTimeout", String.valueOf(2 * SECONDS_TO_CONNECT));
        properties.setProperty("receiveBufferSize", String.valueOf(RECEIVE_BUFFER_BYTES));
        properties.setProperty("allowEncodingChanges", "true");
        properties.setProperty("socketFactory", KeepAliveSockets.class.getName());
        properties.setProperty(
                "sslmode", settings.sslmode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (settings.sslrootcert() != null) {
            properties.setProperty("sslrootcert", settings.sslrootcert().toString());
        } else if (settings.sslmode().verifies()) {
            // Without it the driver knows no authority but those of a file in the home folder.
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        String url = "jdbc:postgresql://%s:%d/%s"
                .formatted(
                        settings.host(),
                        settings.port(),
                        URLEncoder.encode(settings.database(), StandardCharsets.UTF_8));
        try {
            Connection connection = new Driver().connect(url, properties);
            if (connection == null) {
                throw new ProblemException(
                        Problem.failed("'" + settings.host() + "' is no name of a server", failures.service()));
            }
            return connection;
        } catch (SQLException e) {
            throw failures.exception(e);
        }
    }

    private void requireVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new ProblemException(Problem.failed(
                            "Postgres %d is too old; %d is the oldest version that can be read"
                                    .formatted(version, OLDEST_VERSION),
                            failures.service())
                    .advise("upgrade the server"));
        }
    }

    private static void set(Connection connection, Map<String, String> options) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, false)")) {
            for (Map.Entry<String, String> option : options.entrySet()) {
                statement.setString(1, option.getKey());
                statement.setString(2, option.getValue());
                try (ResultSet _ = statement.executeQuery()) {
                    // The value it returns is the one it was given.
                }
            }
        }
    }
}
