package basin.lake.catalog;

import basin.core.stream.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All lines of the catalog, read again only once something has been committed to its database, by
/// whomever.
///
/// Each database has a question for that, which is answered without a look at any table. It is asked
/// before the lines are read, so that what is committed in between is found by the next to ask.
///
/// For any thread.
final class Listing {
    /// Another number after each commit of any other connection; so it is to be asked of one that never
    /// writes.
    static final String SQLITE_VERSION = "PRAGMA data_version";

    /// Which transactions are seen, and which are not.
    static final String POSTGRES_VERSION = "SELECT pg_current_snapshot()::text";

    private static final String LINES = """
            SELECT table_namespace, table_name, iceberg_type, metadata_location FROM iceberg_tables
            WHERE catalog_name = ? ORDER BY table_namespace, table_name""";

    private final String catalog;
    private final String question;
    private volatile @Nullable Read last;

    /// @param question whose answer is another one after each commit
    Listing(String catalog, String question) {
        this.catalog = catalog;
        this.question = question;
    }

    /// The lines, in the order of their names; the very list of the last time where nothing is new.
    List<CatalogEntry> in(Connection connection) throws SQLException {
        String version = version(connection);
        Read known = last;
        if (known == null || !known.version.equals(version)) {
            List<CatalogEntry> lines = read(connection);
            known = new Read(version, known != null && known.lines.equals(lines) ? known.lines : lines);
            last = known;
        }
        return known.lines;
    }

    private String version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private List<CatalogEntry> read(Connection connection) throws SQLException {
        List<CatalogEntry> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LINES)) {
            statement.setString(1, catalog);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    TableName name = new TableName(rows.getString(1), rows.getString(2));
                    lines.add(new CatalogEntry(name, "VIEW".equals(rows.getString(3)), rows.getString(4)));
                }
            }
        }
        return List.copyOf(lines);
    }

    private record Read(String version, List<CatalogEntry> lines) {}
}
