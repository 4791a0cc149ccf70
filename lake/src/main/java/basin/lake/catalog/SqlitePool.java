package basin.lake.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.apache.iceberg.jdbc.JdbcClientPool;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/// Connections to a SQLite file that several processes use at once: readers never wait for a writer, and writers
/// wait for each other.
///
/// One that this process may not write is only read. SQLite then cannot leave its marks beside the file, and does
/// without them where no other process does.
///
/// It asks SQLite's driver itself: the search of [java.sql.DriverManager] would start every driver there is,
/// DuckDB with its native library among them.
final class SqlitePool extends JdbcClientPool {
    private static final int WAIT_MILLIS = 30_000;

    private final Path file;

    SqlitePool(Path file, int connections) {
        super(connections, "jdbc:sqlite:" + file, Map.of());
        this.file = file;
        SqliteLibrary.locate();
    }

    @Override
    protected Connection newClient() {
        boolean readOnly = isReadOnly();
        String url = "jdbc:sqlite:" + (readOnly ? readOnlyUri() : file);
        try {
            return JDBC.createConnection(url, readOnly ? reading() : writing());
        } catch (SQLException e) {
            throw new UncheckedSQLException(e, "cannot connect to %s", url);
        }
    }

    private static Properties writing() {
        Properties settings = new Properties();
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("busy_timeout", String.valueOf(WAIT_MILLIS));
        return settings;
    }

    private static Properties reading() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setReadOnly(true);
        settings.setBusyTimeout(WAIT_MILLIS);
        return settings.toProperties();
    }

    private boolean isReadOnly() {
        Path folder = file.toAbsolutePath().getParent();
        return Files.exists(file) && !(Files.isWritable(file) && folder != null && Files.isWritable(folder));
    }

    /// Without a log of changes beside it the file is all there is, and stays so: nobody can begin one here.
    private String readOnlyUri() {
        boolean hasLog = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        return "file:" + file.toUri().getRawPath() + (hasLog ? "?mode=ro" : "?immutable=1");
    }
}
