package basin.lake.catalog;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.ClientPool;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.jdbc.JdbcClientPool;
import org.apache.iceberg.jdbc.UncheckedSQLException;

/// The system database, open, with the tables of a catalog in it.
///
/// For any thread.
public final class CatalogDatabase implements AutoCloseable {

    /// What the catalog is called in it.
    static final String CATALOG = "basin";

    private static final int CONNECTIONS = 2;

    private final String name;
    private final Place place;
    private final JdbcClientPool connections;
    private final JdbcClientPool reading;
    private final Listing listing;

    /// @param reading never writes, as the listing of a SQLite file needs it; may be the same
    private CatalogDatabase(String name, JdbcClientPool connections, JdbcClientPool reading, Listing listing) {
        this.name = name;
        this.place = new Place.Service(name);
        this.connections = connections;
        this.reading = reading;
        this.listing = listing;
    }

    /// Opens the database; makes the tables where they are missing.
    ///
    /// @throws ProblemException where it cannot be reached, is damaged, or is not one of Basin's
    public static CatalogDatabase open(SystemDatabase database) {
        CatalogDatabase opened = of(database);
        try {
            opened.ask(CatalogTables::prepare);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /// All tables and views, in the order of their names; the very list of the last time where nothing is new,
    /// whoever writes.
    public List<CatalogEntry> entries() {
        return ask(reading, listing::in);
    }

    /// What people call it.
    String name() {
        return name;
    }

    JdbcClientPool connections() {
        return connections;
    }

    /// The location that the files of the lake had when the first table was made, and that metadata goes on naming.
    ///
    /// @param now noted where nothing is yet
    public String home(String now) {
        return ask(connection -> HomeTable.home(connection, now));
    }

    /// Notes another home: for a lake without tables.
    public void setHome(String location) {
        ask(connection -> HomeTable.set(connection, location));
    }

    /// Asks it something, and says what goes wrong in words for people.
    <T> T ask(ClientPool.Action<T, Connection, SQLException> question) {
        return ask(connections, question);
    }

    private <T> T ask(JdbcClientPool pool, ClientPool.Action<T, Connection, SQLException> question) {
        try {
            return pool.run(question);
        } catch (SQLException | UncheckedSQLException | ValidationException e) {
            throw DatabaseProblem.of(e, place);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.interrupted("stopped while asking the system database", place), e);
        }
    }

    /// What went wrong with it; empty where the failure has nothing to do with it.
    Optional<Problem> problem(Throwable failure) {
        return DatabaseProblem.in(failure, place);
    }

    @Override
    public void close() {
        reading.close();
        connections.close();
    }

    private static CatalogDatabase of(SystemDatabase database) {
        return switch (database) {
            case SystemDatabase.Sqlite sqlite -> {
                makeFolder(sqlite);
                yield new CatalogDatabase(
                        sqlite.name(),
                        new SqlitePool(sqlite.file(), CONNECTIONS),
                        new SqlitePool(sqlite.file(), 1),
                        new Listing(CATALOG, Listing.SQLITE_VERSION));
            }
            case SystemDatabase.Postgres postgres -> {
                JdbcClientPool connections = new JdbcClientPool(
                        postgres.url(),
                        Map.of(
                                JdbcCatalog.PROPERTY_PREFIX + "user", postgres.user(),
                                JdbcCatalog.PROPERTY_PREFIX + "password", postgres.password()));
                yield new CatalogDatabase(
                        postgres.name(), connections, connections, new Listing(CATALOG, Listing.POSTGRES_VERSION));
            }
        };
    }

    private static void makeFolder(SystemDatabase.Sqlite sqlite) {
        Path folder = sqlite.file().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("cannot create the folder '" + folder + "'", new Place.Service(sqlite.name()))
                            .because(DiskRefusal.reason(e)),
                    e);
        }
    }
}
