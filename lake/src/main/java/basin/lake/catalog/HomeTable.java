package basin.lake.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// The table with one row for the catalog: where its lake was when it was made.
final class HomeTable {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS basin_lake (
                catalog_name VARCHAR(255) NOT NULL PRIMARY KEY,
                location VARCHAR(1000) NOT NULL)""";
    private static final String READ = "SELECT location FROM basin_lake WHERE catalog_name = ?";
    private static final String NOTE =
            "INSERT INTO basin_lake (location, catalog_name) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String CHANGE = "UPDATE basin_lake SET location = ? WHERE catalog_name = ?";

    private HomeTable() {}

    /// The location that is noted; the given one is from now on where none was.
    static String home(Connection connection, String now) throws SQLException {
        String noted = read(connection);
        if (noted != null) {
            return noted;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        write(connection, NOTE, now);
        noted = read(connection);
        return noted == null ? now : noted;
    }

    static Void set(Connection connection, String location) throws SQLException {
        write(connection, CHANGE, location);
        return null;
    }

    private static @Nullable String read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, CatalogDatabase.CATALOG);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            if (CatalogTables.saysNotThere(e)) {
                return null;
            }
            throw e;
        }
    }

    private static void write(Connection connection, String sql, String location) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, location);
            statement.setString(2, CatalogDatabase.CATALOG);
            statement.executeUpdate();
        }
    }
}
