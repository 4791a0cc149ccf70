package basin.connect.postgres.snapshot;

import basin.connect.postgres.connection.Connector;
import basin.connect.postgres.types.ServerTraits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// An instant of a database that other connections can read as of, for as long as the connection is open that holds
/// it.
///
/// @param connection in the transaction that holds it; nothing may be run there that can fail, since that would end
///     it
/// @param id what other transactions import
/// @param xids what it sees
/// @param lsn where in the server's log it is: behind the commits of all that it sees
/// @param history names the server and the line of its history: after a restore or a fail-over it is another one
/// @param version the server's major version
/// @param blockSize bytes of a page
/// @param types what the mapping of types depends on
record ExportedSnapshot(
        Connection connection,
        String id,
        Xids xids,
        String lsn,
        String history,
        int version,
        int blockSize,
        ServerTraits types)
        implements AutoCloseable {

    private static final String BEGIN = "begin transaction isolation level repeatable read read only";

    private static final String FACTS = """
            select pg_export_snapshot() as id,
                   txid_current_snapshot()::text as xids,
                   (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_insert_lsn() end)::text as lsn,
                   current_setting('server_version_num')::int / 10000 as version,
                   current_setting('block_size')::int as block_size,
                   getdatabaseencoding() <> 'SQL_ASCII' as checks_text,
                   scale('1'::money::numeric) as money_scale,
                   (select oid from pg_database where datname = current_database()) as database
            """;

    /// Which timeline a replica is on it learns late, and two replicas are not equally far: so its address tells
    /// them apart.
    private static final String HISTORY = """
            select system_identifier || '/' || case
                       when pg_is_in_recovery() then
                           (select timeline_id from pg_control_checkpoint())
                           || '-' || (select min_recovery_end_timeline from pg_control_recovery())
                           || '@' || coalesce(host(inet_server_addr()) || ':' || inet_server_port(), '')
                       else left(pg_walfile_name(pg_current_wal_lsn()), 8)
                   end
            from pg_control_system()
            """;

    /// Takes one of the database as it stands now.
    static ExportedSnapshot open(Connector connector) {
        Connection connection = connector.open();
        try (Statement statement = connection.createStatement()) {
            String history = history(statement);
            statement.execute(BEGIN);
            try (ResultSet facts = statement.executeQuery(FACTS)) {
                facts.next();
                return new ExportedSnapshot(
                        connection,
                        facts.getString("id"),
                        new Xids(facts.getString("xids")),
                        facts.getString("lsn"),
                        history + "/" + facts.getLong("database"),
                        facts.getInt("version"),
                        facts.getInt("block_size"),
                        new ServerTraits(facts.getBoolean("checks_text"), facts.getInt("money_scale")));
            }
        } catch (SQLException e) {
            Connector.close(connection);
            throw connector.failures().exception(e);
        }
    }

    /// What puts another connection, outside of any transaction, into this instant.
    ///
    /// A server that does not know what encoding its texts have refuses to send them as UTF-8 unless all of them
    /// are; so it is asked for the bytes as they are.
    String begin() {
        String encoding = types.checksText() ? "" : "; set local client_encoding = 'SQL_ASCII'";
        return BEGIN + "; set transaction snapshot '" + id + "'" + encoding;
    }

    /// Where it may not be known, it is different each time: nothing read earlier then counts as proven.
    private static String history(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery(HISTORY)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            if ("42501".equals(e.getSQLState())) {
                return "unknown-" + System.nanoTime();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        Connector.close(connection);
    }
}
