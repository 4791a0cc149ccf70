package basin.duck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// One DuckDB instance, in memory, with its share of the machine. Safe to use from several threads, each with a
/// [DuckConnection] of its own.
///
/// It downloads and loads no extensions. Rows keep the order in which they come only where a statement runs on one
/// thread or says ORDER BY; that is what lets Parquet files be written within a memory budget whatever the width of
/// rows.
public final class Duck implements AutoCloseable {

    private final DuckDBConnection root;

    private Duck(DuckDBConnection root) {
        this.root = root;
    }

    /// Starts an instance.
    ///
    /// @throws basin.core.problem.ProblemException where the native library cannot be loaded or a
    ///         setting is refused
    public static Duck open(DuckSettings settings) {
        Properties properties = new Properties();
        properties.put("memory_limit", settings.memoryBytes() + "B");
        properties.put("temp_directory", settings.temp().toAbsolutePath().toString());
        properties.put("max_temp_directory_size", settings.tempBytes() + "B");
        properties.put("threads", String.valueOf(settings.threads()));
        properties.put("preserve_insertion_order", "false");
        properties.put("autoinstall_known_extensions", "false");
        properties.put("autoload_known_extensions", "false");
        properties.put("allow_community_extensions", "false");
        properties.put("arrow_lossless_conversion", "true");
        properties.put(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
            return new Duck(connection.unwrap(DuckDBConnection.class));
        } catch (SQLException e) {
            throw DuckProblems.of(e);
        }
    }

    /// A connection, for one thread at a time; closed by the caller.
    public DuckConnection connect() {
        try {
            return new DuckConnection(root.duplicate());
        } catch (SQLException e) {
            throw DuckProblems.of(e);
        }
    }

    /// Ends the instance once its last connection is closed.
    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw DuckProblems.of(e);
        }
    }
}
