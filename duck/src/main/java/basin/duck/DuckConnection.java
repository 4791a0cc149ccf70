package basin.duck;

import basin.core.rows.Rows;
import basin.duck.arrow.ArrowStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.c.ArrowArrayStream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// A connection to a [Duck], for one thread at a time.
///
/// Whatever fails comes out as a [ProblemException]; where rows offered to a statement fail while it reads them, that
/// is
/// what they threw.
public final class DuckConnection implements AutoCloseable {

    private final DuckDBConnection jdbc;
    private final List<OfferedRows> offers = new ArrayList<>();

    DuckConnection(DuckDBConnection jdbc) {
        this.jdbc = jdbc;
    }

    /// Lets statements of this connection read `rows` from a view called `name`, once. The batches are read where they
    /// lie, as the statement asks for them. The rows stay the caller's, who closes them after what is
    /// returned here.
    public OfferedRows offer(String name, Rows rows) {
        ArrowStream stream = new ArrowStream(rows);
        jdbc.registerArrowStream(name, new ArrowArrayStream(stream.address()));
        OfferedRows offered = new OfferedRows(this, name, stream);
        offers.add(offered);
        return offered;
    }

    /// Runs one statement and drops what it returns.
    public void execute(String sql) {
        try (Statement statement = jdbc.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    /// Runs one statement and returns all rows as Java objects: for results known to be small.
    public List<List<@Nullable Object>> fetch(String sql) {
        try (Statement statement = jdbc.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            int columns = results.getMetaData().getColumnCount();
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (results.next()) {
                List<@Nullable Object> row = new ArrayList<>(columns);
                for (int column = 1; column <= columns; column++) {
                    row.add(results.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    @Override
    public void close() {
        List.copyOf(offers).forEach(OfferedRows::close);
        try {
            jdbc.close();
        } catch (SQLException e) {
            throw DuckProblems.of(e);
        }
    }

    void withdraw(OfferedRows offered) {
        offers.remove(offered);
    }

    private RuntimeException problem(SQLException e) {
        for (OfferedRows offered : offers) {
            Throwable failure = offered.failure();
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException thrown) {
                return thrown;
            }
        }
        return DuckProblems.of(e);
    }
}
