package basin.lake.catalog;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.ClientPool;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.jdbc.JdbcClientPool;
import org.apache.iceberg.jdbc.UncheckedSQLException;

/// An open catalog.
///
/// For any thread.
public final class LakeCatalog implements AutoCloseable {
    private static final String NAME = "basin";
    private static final int CONNECTIONS = 2;
    private static final String SCHEMAS = """
            SELECT DISTINCT namespace FROM iceberg_namespace_properties WHERE catalog_name = ? ORDER BY namespace""";
    private static final String REMOVE = """
            DELETE FROM iceberg_tables WHERE catalog_name = ? AND table_namespace = ? AND table_name = ?""";
    private static final String RENAME = """
            UPDATE iceberg_tables SET table_namespace = ?, table_name = ?
            WHERE catalog_name = ? AND table_namespace = ? AND table_name = ?""";

    private final Place place;
    private final JdbcClientPool connections;
    private final JdbcClientPool reading;
    private final Listing listing;
    private final JdbcCatalog iceberg;

    private LakeCatalog(
            Place place, JdbcClientPool connections, JdbcClientPool reading, Listing listing, JdbcCatalog iceberg) {
        this.place = place;
        this.connections = connections;
        this.reading = reading;
        this.listing = listing;
        this.iceberg = iceberg;
    }

    /// Opens the catalog; makes it where there is none yet.
    ///
    /// @param warehouse the location below which new tables lie, without a slash at its end
    /// @throws ProblemException where the database cannot be reached, is damaged, or is not one of Basin's
    public static LakeCatalog open(SystemDatabase database, String warehouse, FileIO files) {
        Place place = new Place.Service(database.name());
        JdbcClientPool connections = connections(database, place);
        try {
            connections.run(CatalogTables::prepare);
            JdbcCatalog iceberg = new JdbcCatalog(_ -> files, _ -> connections, false);
            iceberg.initialize(
                    NAME,
                    Map.of(CatalogProperties.URI, database.name(), CatalogProperties.WAREHOUSE_LOCATION, warehouse));
            return switch (database) {
                case SystemDatabase.Sqlite sqlite ->
                    new LakeCatalog(
                            place, connections, sqlite(sqlite, 1), new Listing(NAME, Listing.SQLITE_VERSION), iceberg);
                case SystemDatabase.Postgres _ ->
                    new LakeCatalog(
                            place, connections, connections, new Listing(NAME, Listing.POSTGRES_VERSION), iceberg);
            };
        } catch (SQLException | UncheckedSQLException | ValidationException e) {
            connections.close();
            throw DatabaseProblem.of(e, place);
        } catch (InterruptedException e) {
            connections.close();
            throw interrupted(e, place);
        }
    }

    /// The catalog as Iceberg knows it.
    public JdbcCatalog iceberg() {
        return iceberg;
    }

    /// All tables and views, in the order of their names; the very list of the last time where nothing is new,
    /// whoever writes.
    public List<CatalogEntry> entries() {
        return ask(reading, listing::in);
    }

    /// All schemas, those without tables among them, in the order of their names.
    public List<String> schemas() {
        return ask(connections, LakeCatalog::listSchemas);
    }

    /// Gives the table or view `from` the name `to`, and forgets what has that name: at once, or not at
    /// all.
    public void replace(TableName from, TableName to) {
        ask(connections, connection -> replace(connection, from, to));
    }

    /// How the catalog calls a table.
    public static TableIdentifier identifier(TableName name) {
        return TableIdentifier.of(Namespace.of(name.schema()), name.name());
    }

    /// What went wrong with the system database, said for people.
    ///
    /// @return empty where the failure has nothing to do with it
    public Optional<Problem> problem(Throwable failure) {
        return DatabaseProblem.in(failure, place);
    }

    @Override
    public void close() {
        reading.close();
        iceberg.close();
    }

    private <T> T ask(JdbcClientPool pool, ClientPool.Action<T, Connection, SQLException> question) {
        try {
            return pool.run(question);
        } catch (SQLException | UncheckedSQLException e) {
            throw DatabaseProblem.of(e, place);
        } catch (InterruptedException e) {
            throw interrupted(e, place);
        }
    }

    private static List<String> listSchemas(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SCHEMAS)) {
            statement.setString(1, NAME);
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
            set(remove, NAME, to.schema(), to.name());
            remove.executeUpdate();
            set(rename, to.schema(), to.name(), NAME, from.schema(), from.name());
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

    private static JdbcClientPool connections(SystemDatabase database, Place place) {
        return switch (database) {
            case SystemDatabase.Sqlite sqlite -> {
                makeFolder(sqlite.file(), place);
                yield sqlite(sqlite, CONNECTIONS);
            }
            case SystemDatabase.Postgres postgres ->
                new JdbcClientPool(
                        postgres.url(),
                        Map.of(
                                JdbcCatalog.PROPERTY_PREFIX + "user", postgres.user(),
                                JdbcCatalog.PROPERTY_PREFIX + "password", postgres.password()));
        };
    }

    private static SqlitePool sqlite(SystemDatabase.Sqlite database, int connections) {
        return new SqlitePool("jdbc:sqlite:" + database.file(), connections);
    }

    private static void makeFolder(Path file, Place place) {
        Path folder = file.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("cannot create the folder '" + folder + "'", place)
                            .because(e.toString()),
                    e);
        }
    }

    private static ProblemException interrupted(InterruptedException e, Place place) {
        Thread.currentThread().interrupt();
        return new ProblemException(Problem.interrupted("stopped while asking the system database", place), e);
    }
}
