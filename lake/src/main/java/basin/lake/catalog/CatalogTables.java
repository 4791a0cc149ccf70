package basin.lake.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.iceberg.exceptions.ValidationException;

/// The two tables of Iceberg's JDBC catalog, in the form that also holds views (schema version V1). Iceberg
/// itself makes them in two steps that two processes can disturb each other in; here they are made at once or
/// found as they should be.
final class CatalogTables {
    private static final String TABLES = """
            CREATE TABLE IF NOT EXISTS iceberg_tables (
                catalog_name VARCHAR(255) NOT NULL,
                table_namespace VARCHAR(255) NOT NULL,
                table_name VARCHAR(255) NOT NULL,
                metadata_location VARCHAR(1000),
                previous_metadata_location VARCHAR(1000),
                iceberg_type VARCHAR(5),
                PRIMARY KEY (catalog_name, table_namespace, table_name))""";
    private static final String NAMESPACES = """
            CREATE TABLE IF NOT EXISTS iceberg_namespace_properties (
                catalog_name VARCHAR(255) NOT NULL,
                namespace VARCHAR(255) NOT NULL,
                property_key VARCHAR(255),
                property_value VARCHAR(1000),
                PRIMARY KEY (catalog_name, namespace, property_key))""";
    private static final String EXPECTED = """
            SELECT catalog_name, table_namespace, table_name, metadata_location, previous_metadata_location, iceberg_type
            FROM iceberg_tables LIMIT 0""";

    private CatalogTables() {}

    /// Makes the tables where they are missing.
    ///
    /// @throws ValidationException where tables of these names are there and mean something else
    static Void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (asExpected(statement)) {
                return null;
            }
            statement.execute(TABLES);
            statement.execute(NAMESPACES);
            if (!asExpected(statement)) {
                throw new ValidationException("its table iceberg_tables is not one of Basin's");
            }
        }
        return null;
    }

    private static boolean asExpected(Statement statement) throws SQLException {
        try (ResultSet _ = statement.executeQuery(EXPECTED)) {
            return true;
        } catch (SQLException e) {
            if (saysNotThere(e)) {
                return false;
            }
            throw e;
        }
    }

    /// Whether a table or a column is missing: SQLITE_ERROR, or Postgres' undefined_table and undefined_column.
    static boolean saysNotThere(SQLException e) {
        return e.getErrorCode() == 1 || "42P01".equals(e.getSQLState()) || "42703".equals(e.getSQLState());
    }
}
