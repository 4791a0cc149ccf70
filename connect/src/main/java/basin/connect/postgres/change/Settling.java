package basin.connect.postgres.change;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// Waits until every transaction has ended that is under way now. What such a one does may stand in the
/// log before what was just made, and be seen only after a snapshot that is taken next: it would be in
/// neither.
///
/// @param connection outside of any transaction
record Settling(Connection connection, SlotProblems problems) {

    private static final long PATIENCE_NANOS = Duration.ofMinutes(10).toNanos();

    private static final String XMAX = "select txid_snapshot_xmax(txid_current_snapshot())";

    /// The server sleeps, so that it is not asked too often; what is asked after that is another
    /// statement, which sees what happened meanwhile.
    private static final String PAUSE = "select pg_sleep(0.02)";

    private static final String OLDEST = """
            select format('process %s of user %s in %s, since %s', pid, usename, datname, date_trunc('second', xact_start))
            from pg_stat_activity
            where backend_xid is not null
            order by age(backend_xid) desc
            limit 1
            """;

    void await() throws SQLException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        try (Statement statement = connection.createStatement()) {
            long xmax = Long.parseLong(ask(statement, XMAX));
            String ended = "select txid_snapshot_xmin(txid_current_snapshot()) >= " + xmax;
            while (!ask(statement, ended).equals("t")) {
                if (System.nanoTime() - end > 0) {
                    throw problems.waiting(ask(statement, OLDEST));
                }
                statement.execute(PAUSE);
            }
        }
    }

    private static String ask(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }
}
