package basin.duck;

import basin.core.problem.ProblemException;
import basin.duck.capi.DuckApi;
import basin.duck.capi.Handle;
import basin.duck.capi.Text;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// One DuckDB instance, in memory, with its share of the machine. Safe to use from several threads, each with a
/// [DuckConnection] of its own.
///
/// It downloads and loads no extensions. Rows keep the order in which they come only where a statement runs on one
/// thread or says ORDER BY; that is what lets Parquet files be written within a memory budget whatever the width of
/// rows.
public final class Duck implements AutoCloseable {

    private final Handle database;

    private Duck(Handle database) {
        this.database = database;
    }

    /// Starts an instance.
    ///
    /// @throws ProblemException where DuckDB cannot start with the settings
    public static Duck open(DuckSettings settings) {
        Handle database = new Handle(DuckApi.CLOSE);
        try (Handle config = new Handle(DuckApi.DESTROY_CONFIG);
                Arena arena = Arena.ofConfined()) {
            DuckApi.CREATE_CONFIG.number(config.out());
            settings.options().forEach((name, value) -> set(config, name, value, arena));
            MemorySegment error = arena.allocate(ValueLayout.ADDRESS);
            if (DuckApi.OPEN_EXT.number(MemorySegment.NULL, database.out(), config.get(), error) != 0) {
                throw DuckProblems.of(Text.take(error.get(ValueLayout.ADDRESS, 0)));
            }
        }
        Duck duck = new Duck(database);
        try (DuckConnection connection = duck.connect()) {
            connection.execute("set global TimeZone = 'UTC'");
        }
        return duck;
    }

    private static void set(Handle config, String name, String value, Arena arena) {
        if (DuckApi.SET_CONFIG.number(config.get(), arena.allocateFrom(name), arena.allocateFrom(value)) != 0) {
            throw new IllegalArgumentException("DuckDB does not take the setting " + name + " = " + value);
        }
    }

    /// A connection, for one thread at a time; closed by the caller before the instance.
    public DuckConnection connect() {
        Handle connection = new Handle(DuckApi.DISCONNECT);
        if (DuckApi.CONNECT.number(database.get(), connection.out()) != 0) {
            throw new IllegalStateException("the DuckDB instance is closed");
        }
        return new DuckConnection(connection);
    }

    /// Ends the instance.
    @Override
    public void close() {
        database.close();
    }
}
