package basin.connect.postgres;

import basin.connect.RejectedRow;
import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.connect.change.ChangeFeed;
import basin.connect.change.ChangeReader;
import basin.connect.change.ChangeSink;
import basin.connect.postgres.change.CdcSettings;
import basin.connect.postgres.connection.Connector;
import basin.core.problem.Problem;
import basin.core.rows.Batch;
import basin.core.settings.DataSize;
import basin.core.stream.Position;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/// How fast a backlog of changes is read into batches, against what the same server and driver do when
/// the messages are dropped as they come.
///
/// Arguments: how many hundred thousand changes (5), how many turns (3). Both read the same backlog by
/// turns, each by a slot of its own; two thirds are updates, a quarter inserts, the rest deletes, in
/// transactions of some hundreds.
final class FollowingBenchmark {

    private static final int TRANSACTIONS_PER_100_000 = 133;

    /// Short, since a cut takes its time even when nothing more comes.
    private static final Duration STEP = Duration.ofMillis(50);

    private FollowingBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        try (PostgresServer server = PostgresServer.start(
                        Map.of("shared_buffers", "256MB", "max_wal_size", "8GB", "autovacuum", "off"));
                PostgresDatabase database = server.createDatabase()) {
            database.execute(
                    "create table orders (id bigint primary key, customer int not null, placed timestamptz not null, status text not null, "
                            + "total numeric(12, 2) not null, weight double precision, gift boolean not null, note text)",
                    "insert into orders select n, n %% 2000, now(), 'placed', n / 100.0, sqrt(n), n %% 11 = 0, md5(n::text) || md5(n::text) from generate_series(1, %d) n"
                            .formatted(size * 70_000)
                            .replace("%%", "%"));
            List<PostgresSource> sources = new ArrayList<>();
            for (int turn = 0; turn < turns; turn++) {
                database.execute("select pg_create_logical_replication_slot('bare_%d', 'pgoutput')".formatted(turn));
                PostgresSource source = source(database, turn);
                source.changes().orElseThrow().prepare();
                sources.add(source);
            }
            Map<String, Position> positions = positions(sources.getFirst());
            fill(database, size);
            for (int turn = 0; turn < turns; turn++) {
                String slot = "bare_" + turn;
                double bare = measure("bare  ", () -> drop(database, slot));
                ChangeFeed feed = sources.get(turn).changes().orElseThrow();
                double read = measure("batches", () -> read(feed, positions));
                System.out.printf("at %.2f of the bare reader%n", bare / read);
            }
        }
    }

    private static PostgresSource source(PostgresDatabase database, int turn) {
        return new PostgresSource(
                "bench",
                new PostgresSettings(
                        Databases.connection(database),
                        PostgresSettings.Mode.CDC,
                        Databases.patterns("public.*"),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        1,
                        DataSize.parse("128MiB"),
                        new CdcSettings("ours_" + turn, null, false)));
    }

    private static Map<String, Position> positions(PostgresSource source) {
        Map<String, Position> positions = new HashMap<>();
        try (SourceSnapshot snapshot = source.snapshot()) {
            for (Stream stream : snapshot.discovery().streams()) {
                positions.put(stream.name(), snapshot.position(stream));
            }
        }
        return positions;
    }

    private static void fill(PostgresDatabase database, int size) {
        int transactions = size * TRANSACTIONS_PER_100_000;
        int rows = size * 70_000;
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < transactions; i++) {
            int from = (int) ((long) rows * i / transactions);
            int to = (int) ((long) rows * (i + 1) / transactions);
            statements.add("begin");
            statements.add("update orders set status = 'paid', total = total + 1 where id > %d and id <= %d"
                    .formatted(from, to));
            statements.add(
                    "insert into orders select %d + n, n, now(), 'placed', n, n, false, md5(n::text) from generate_series(%d, %d) n"
                            .formatted(rows, 1 + (long) from * 2 / 7, (long) to * 2 / 7));
            statements.add("delete from orders where id > %d and id <= %d".formatted(from, from + (to - from) / 7));
            statements.add("commit");
        }
        database.execute(String.join("; ", statements), "checkpoint");
    }

    private interface Work {
        long run() throws Exception;
    }

    /// @return seconds for each change
    private static double measure(String name, Work work) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        long changes = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(
                "%s %,d changes  %,.0f changes/s  %.2f CPU-s per million%n",
                name, changes, changes / seconds, cpuSeconds / changes * 1e6);
        return seconds / changes;
    }

    private static long drop(PostgresDatabase database, String slot) throws Exception {
        Connector connector = new Connector("bench", Databases.connection(database));
        LogSequenceNumber end;
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select pg_current_wal_lsn()::text")) {
            result.next();
            end = LogSequenceNumber.valueOf(result.getString(1));
        }
        long changes = 0;
        try (Connection connection = connector.openForReplication();
                PGReplicationStream stream = connection
                        .unwrap(PGConnection.class)
                        .getReplicationAPI()
                        .replicationStream()
                        .logical()
                        .withSlotName(slot)
                        .withStatusInterval(1, TimeUnit.SECONDS)
                        .withSlotOption("proto_version", 1)
                        .withSlotOption("publication_names", "ours_0")
                        .withSlotOption("binary", true)
                        .start()) {
            while (stream.getLastReceiveLSN().compareTo(end) < 0) {
                ByteBuffer message = stream.readPending();
                if (message == null) {
                    stream.forceUpdateStatus();
                } else {
                    byte type = message.get();
                    changes += type == 'I' || type == 'U' || type == 'D' ? 1 : 0;
                }
            }
        }
        return changes;
    }

    private static long read(ChangeFeed feed, Map<String, Position> positions) {
        Discarding sink = new Discarding();
        try (ChangeReader reader = feed.open(positions)) {
            Position head = reader.head();
            while (!reader.hasReached(head)) {
                reader.acknowledge(reader.read(STEP, Long.MAX_VALUE, sink).position());
            }
        }
        return sink.changes;
    }

    private static final class Discarding implements ChangeSink {
        private long changes;

        @Override
        public void changes(Stream stream, Batch batch) {
            changes += batch.size();
            batch.close();
        }

        @Override
        public void altered(Stream before, Stream after, Map<String, String> renames) {}

        @Override
        public void discontinued(Stream stream, Problem why) {
            throw new IllegalStateException(why.toString());
        }

        @Override
        public void reject(RejectedRow row) {}
    }
}
