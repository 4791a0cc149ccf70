package basin.lake.catalog;

import basin.core.problem.Problem;
import basin.core.stream.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.jdbc.JdbcCatalog;

/// An open catalog.
///
/// For any thread.
public final class LakeCatalog implements AutoCloseable {
    private static final String SCHEMAS = """
            SELECT DISTINCT namespace FROM iceberg_namespace_properties WHERE catalog_name = ? ORDER BY namespace""";
    private static final String REMOVE = """
            DELETE FROM iceberg_tables WHERE catalog_name = ? AND table_namespace = ? AND table_name = ?""";
    private static final String RENAME = """
            UPDATE iceberg_tables SET table_namespace = ?, table_name = ?
            WHERE catalog_name = ? AND table_namespace = ? AND table_name = ?""";

    private final CatalogDatabase database;
    private final JdbcCatalog iceberg;

    private LakeCatalog(CatalogDatabase database, JdbcCatalog iceberg) {
        this.database = database;
        this.iceberg = iceberg;
    }

    /// The catalog in a database, which is closed with it.
    ///
    /// @param warehouse the location below which new tables lie, without a slash at its end
    public static LakeCatalog in(CatalogDatabase database, String warehouse, FileIO files) {
        JdbcCatalog iceberg = new JdbcCatalog(_ -> files, _ -> database.connections(), false);
        iceberg.initialize(
                CatalogDatabase.CATALOG,
                Map.of(CatalogProperties.URI, database.name(), CatalogProperties.WAREHOUSE_LOCATION, warehouse));
        return new LakeCatalog(database, iceberg);
    }

    /// The catalog as Iceberg knows it.
    public JdbcCatalog iceberg() {
        return iceberg;
    }

    /// All tables and views: see [CatalogDatabase#entries()].
    public List<CatalogEntry> entries() {
        return database.entries();
    }

    /// All schemas, those without tables among them, in the order of their names.
    public List<String> schemas() {
        return database.ask(LakeCatalog::listSchemas);
    }

    /// Gives the table or view `from` the name `to`, and forgets what has that name: at once, or not at
    /// all.
    public void replace(TableName from, TableName to) {
        database.ask(connection -> replace(connection, from, to));
    }

    /// How the catalog calls a table.
    public static TableIdentifier identifier(TableName name) {
        return TableIdentifier.of(Namespace.of(name.schema()), name.name());
    }

    /// What went wrong with the system database, said for people.
    ///
    /// @return empty where the failure has nothing to do with it
    public Optional<Problem> problem(Throwable failure) {
        return database.problem(failure);
    }

    @Override
    public void close() {
        iceberg.close();
        database.close();
    }

    private static List<String> listSchemas(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SCHEMAS)) {
            statement.setString(1, CatalogDatabase.CATALOG);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private static Void replace(Connection connection, TableName from, TableName to) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement remove = connection.prepareStatement(REMOVE);
                PreparedStatement rename = connection.prepareStatement(RENAME)) {
            set(remove, CatalogDatabase.CATALOG, to.schema(), to.name());
            remove.executeUpdate();
            set(rename, to.schema(), to.name(), CatalogDatabase.CATALOG, from.schema(), from.name());
            rename.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        return null;
    }

    private static void set(PreparedStatement statement, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
    }
}
