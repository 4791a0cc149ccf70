package basin.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// The SQL of a [TrivialProject], run in bare DuckDB: each statement by itself and committed into a
/// database file, as dbt would.
final class BareDuck {
    private BareDuck() {}

    /// How many seconds the statements take, from the opening of the file to its closing.
    ///
    /// @param file which is not there yet
    static double seconds(TrivialProject project, Path file) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < project.models(); i++) {
                statement.execute("create or replace " + project.materialized() + " " + TrivialProject.name(i) + " as "
                        + TrivialProject.sql(i));
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
