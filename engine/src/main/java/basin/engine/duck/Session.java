package basin.engine.duck;

import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.engine.QueryOptions;
import basin.engine.sql.Query;
import basin.engine.sql.QueryReader;
import basin.engine.sql.Rewriting;
import basin.engine.sql.SqlText;
import basin.engine.sql.TableReference;
import basin.lake.Lake;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One query's own place in DuckDB: a connection, and a database that holds the tables it names.
///
/// Everything happens in one transaction, so that `now()` is the same when files are chosen and when their
/// rows are filtered. For one thread at a time.
final class Session implements AutoCloseable {

    private final DuckConnection connection;
    private final String database;
    private final QueryOptions options;
    private final QueryReader reader;
    private final Listing listing;
    private final LakeViews views;
    private final Runnable notToBeCancelled;
    private SqlText asked = new SqlText("");

    /// @param connection closed with the session
    /// @param database   a name that no other database has, and no schema of the lake: DuckDB would take
    ///                   `q1.orders` for a table of the database `q1`
    Session(DuckConnection connection, String database, Lake lake, QueryOptions options) {
        this.connection = connection;
        this.database = database;
        this.options = options;
        this.reader = new QueryReader(new DuckParser(connection));
        this.listing = new Listing(lake, connection);
        this.views = new LakeViews(lake, reader, connection);
        this.notToBeCancelled = options.cancellation().onCancel(connection::cancel);
        connection.stopAfter(options.timeout());
    }

    /// Makes the database, within the query's limits.
    void begin() {
        if (options.memoryBytes().isPresent()) {
            connection.execute(
                    "SET operator_memory_limit = '" + options.memoryBytes().get() + "B'");
        }
        connection.execute("ATTACH ':memory:' AS " + TableName.quote(database));
        connection.execute("USE " + TableName.quote(database));
        connection.execute("BEGIN TRANSACTION");
    }

    DuckConnection connection() {
        return connection;
    }

    /// What is to be detached once the session is closed.
    String database() {
        return database;
    }

    /// Stops the query, from any thread.
    void cancel() {
        connection.cancel();
    }

    /// Puts the tables of a query in place.
    ///
    /// @return the statement that reads them
    /// @throws ProblemException where it is no query, or one of its tables is not there
    String prepare(String sql) {
        asked = new SqlText(sql);
        Query query = reader.read(sql, options.parameters());
        asked = query.text();
        Map<Boolean, List<TableReference>> tables =
                query.tables().stream().collect(Collectors.partitioningBy(Listing::lists));
        Map<TableReference, String> names = views.create(tables.getOrDefault(false, List.of()));
        names.putAll(listing.create(tables.getOrDefault(true, List.of())));
        return new Rewriting(reader).apply(query, names);
    }

    /// What went wrong with the query, in the words of whoever asked.
    ProblemException explain(ProblemException thrown) {
        return DuckError.explain(thrown, asked, views.columns());
    }

    /// Closes the connection; its database can then be detached.
    @Override
    public void close() {
        notToBeCancelled.run();
        try {
            connection.close();
        } finally {
            views.close();
        }
    }
}
