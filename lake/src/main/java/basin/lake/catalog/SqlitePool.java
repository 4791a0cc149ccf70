package basin.lake.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.apache.iceberg.jdbc.JdbcClientPool;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.sqlite.JDBC;

/// Connections to a SQLite file that several processes use at once: readers never wait for a writer, and writers
/// wait for each other.
///
/// It asks SQLite's driver itself: the search of [java.sql.DriverManager] would start every driver there is,
/// DuckDB with its native library among them.
final class SqlitePool extends JdbcClientPool {
    private static final String WAIT_MILLIS = "30000";

    private final String url;

    SqlitePool(String url, int connections) {
        super(connections, url, Map.of());
        this.url = url;
        SqliteLibrary.locate();
    }

    @Override
    protected Connection newClient() {
        Properties settings = new Properties();
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("busy_timeout", WAIT_MILLIS);
        try {
            return JDBC.createConnection(url, settings);
        } catch (SQLException e) {
            throw new UncheckedSQLException(e, "cannot connect to %s", url);
        }
    }
}
