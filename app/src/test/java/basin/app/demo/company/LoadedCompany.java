package basin.app.demo.company;

import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// A company in a database of its own, asked by tests in SQL.
final class LoadedCompany implements AutoCloseable {
    private final PostgresDatabase database = PostgresServer.shared().createDatabase();
    private final Connection connection;

    LoadedCompany(Company company) throws Exception {
        new Loading(company, (table, rows, expected) -> {}).into(database::connect);
        this.connection = database.connect();
    }

    void execute(String sql) {
        database.execute(sql);
    }

    /// Each row as its values with bars between.
    List<String> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                StringJoiner row = new StringJoiner(" | ");
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage() + "\nin " + sql, e);
        }
    }

    /// The only value of the only row.
    double number(String sql) {
        List<String> rows = rows(sql);
        if (rows.size() != 1) {
            throw new AssertionError("one row expected, not " + rows);
        }
        return Double.parseDouble(rows.getFirst());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
