package basin.connect.postgres.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A replication slot as the server has it.
///
/// @param plugin what makes messages of the log for it
/// @param database what it is of
/// @param reader the process that reads it; 0 if none does
/// @param lost why the server no longer has what comes next in it; null if it has
/// @param confirmed up to where everything was acknowledged
record Slot(
        String name,
        String plugin,
        String database,
        int reader,
        @Nullable String lost,
        Lsn confirmed) {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    static final String PLUGIN = "pgoutput";

    /// Since which version a slot can be kept on standbys.
    private static final int VERSION_WITH_FAILOVER = 17;

    /// Some columns are younger than the oldest server, so they are asked for by name.
    private static final String QUERY = """
            select plugin, database, coalesce(active_pid, 0) as reader, coalesce(confirmed_flush_lsn, '0/0')::text as confirmed,
                   case when wal_status = 'lost' then coalesce(to_jsonb(s) ->> 'invalidation_reason', 'wal_removed') end as lost
            from pg_replication_slots s
            where slot_name = ? and slot_type = 'logical'
            """;

    /// The slot of that name; null if there is none.
    static @Nullable Slot read(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? new Slot(
                                name,
                                result.getString("plugin"),
                                result.getString("database"),
                                result.getInt("reader"),
                                result.getString("lost"),
                                Lsn.parse(result.getString("confirmed")))
                        : null;
            }
        }
    }

    /// Makes one; waits until all transactions have ended that are under way.
    ///
    /// @param failover whether it is kept on standbys as well, where the server can do that
    /// @return from where on it has everything
    static Lsn create(Connection connection, String name, Server server, boolean failover) throws SQLException {
        boolean kept = failover && server.version() >= VERSION_WITH_FAILOVER && !server.standby();
        String sql = "select lsn::text from pg_create_logical_replication_slot(?, ?%s)"
                .formatted(kept ? ", failover => true" : "");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, PLUGIN);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return Lsn.parse(result.getString(1));
            }
        }
    }

    /// Waits until nobody reads it: the server may take a while to notice that a reader is gone.
    ///
    /// @return the slot as it is then
    Slot awaitFree(Connection connection, SlotProblems problems) throws SQLException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        try (Statement statement = connection.createStatement()) {
            while (true) {
                Slot now = read(connection, name);
                if (now == null) {
                    throw problems.gone();
                }
                if (now.reader() == 0) {
                    return now;
                }
                if (System.nanoTime() - end > 0) {
                    throw problems.busy(now.reader());
                }
                statement.execute("select pg_sleep(0.05)");
            }
        }
    }

    /// Drops it, which nobody may be reading.
    static void drop(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_drop_replication_slot(?)")) {
            statement.setString(1, name);
            statement.execute();
        }
    }
}
