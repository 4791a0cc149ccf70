package basin.connect.postgres.change;

import basin.connect.change.ChangeSink;
import basin.connect.postgres.connection.Connector;
import basin.connect.postgres.types.BigEndian;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// The messages of a slot, asked for in large portions: several times as fast as waiting for the server
/// to send them one by one. For a large backlog, since each portion makes the server start where the
/// slot was acknowledged.
final class Backlog implements AutoCloseable {

    /// From how much log on it pays.
    private static final long LARGE_BYTES = 128L << 20;

    /// The server keeps a portion in temporary files until it is fetched.
    private static final long MOST_CHANGES = 1_000_000;

    /// A slot is never put back.
    private static final String ADVANCE = """
            select pg_replication_slot_advance(slot_name, place)
            from pg_replication_slots, cast(? as pg_lsn) as place
            where slot_name = ? and confirmed_flush_lsn < place
            """;

    private static final int HEADER = 19;
    private static final int FIELDS_BEFORE_DATA = Short.BYTES + (Integer.BYTES + Long.BYTES) + 2 * Integer.BYTES;

    private final Connection connection;
    private final PluginOptions options;

    Backlog(Connector connector, PluginOptions options) {
        this.connection = connector.open();
        this.options = options;
    }

    /// Whether there is enough to be asked for in portions.
    boolean isLarge() throws SQLException {
        String sql = """
                select pg_wal_lsn_diff(
                           case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end,
                           confirmed_flush_lsn) > %d
                from pg_replication_slots
                where slot_name = '%s'
                """.formatted(LARGE_BYTES, options.slot());
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }

    /// Reads a portion, whole transactions, from where the slot was acknowledged.
    ///
    /// @param rows about how many changes, at most
    void read(long rows, ChangeLog log, ChangeSink sink) throws SQLException {
        StringJoiner arguments = new StringJoiner(", ");
        options.values().forEach((name, value) -> arguments.add(literal(name)).add(literal(value)));
        String sql =
                "copy (select lsn, xid, data from pg_logical_slot_peek_binary_changes(%s, null, %d, %s)) to stdout (format binary)"
                        .formatted(literal(options.slot()), Math.clamp(rows, 1, MOST_CHANGES), arguments);
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        int header = HEADER;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            if (BigEndian.getShort(message, header) >= 0) {
                int data = header + FIELDS_BEFORE_DATA;
                int length = BigEndian.getInt(message, data);
                log.read(message, data + Integer.BYTES, length, sink);
            }
            header = 0;
        }
    }

    /// Lets the server forget what stands before a place.
    void acknowledge(Lsn lsn) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setString(1, lsn.toString());
            statement.setString(2, options.slot());
            statement.execute();
        }
    }

    /// Ends a reading under way.
    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            System.getLogger(Backlog.class.getName()).log(System.Logger.Level.DEBUG, "cutting a connection", e);
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
