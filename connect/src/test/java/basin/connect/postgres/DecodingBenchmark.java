package basin.connect.postgres;

import basin.connect.ChunkRows;
import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.connect.postgres.connection.ConnectionSettings;
import basin.connect.postgres.connection.Connector;
import basin.core.rows.Batch;
import basin.core.settings.DataSize;
import basin.core.stream.Chunk;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// How fast rows are decoded, against what the same server and driver do when the bytes are dropped as they come.
///
/// Arguments: host, port, database, table. Both are run by turns, over one connection; the first turns warm up.
final class DecodingBenchmark {

    private static final int TURNS = 5;

    private DecodingBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        ConnectionSettings connection =
                Databases.connection(arguments[0], Integer.parseInt(arguments[1]), arguments[2]);
        PostgresSource source = new PostgresSource(
                "bench", Databases.settings(connection, Map.of(), DataSize.parse("128MiB"), arguments[3]));
        for (int turn = 0; turn < TURNS; turn++) {
            measure("raw    ", () -> drop(new Connector("bench", connection), arguments[3]));
            measure("decoded", () -> decode(source));
        }
    }

    private interface Work {
        long run() throws Exception;
    }

    private static void measure(String name, Work work) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        long rows = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(
                "%s %,d rows  %,.0f rows/s  %.2f CPU-s  %.3f CPU-s per million rows%n",
                name, rows, rows / seconds, cpuSeconds, cpuSeconds / rows * 1e6);
    }

    private static long drop(Connector connector, String table) throws Exception {
        try (Connection connection = connector.open()) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + table + " to stdout (format binary)");
            while (copy.readFromCopy() != null) {
                // Into nothing.
            }
            return copy.getHandledRowCount();
        }
    }

    private static long decode(PostgresSource source) {
        long rows = 0;
        try (SourceSnapshot snapshot = source.snapshot()) {
            Stream stream = snapshot.discovery().streams().getFirst();
            for (Chunk chunk : snapshot.chunks(stream, null)) {
                try (ChunkRows chunkRows = snapshot.read(stream, chunk, _ -> {})) {
                    for (Batch batch = chunkRows.next(); batch != null; batch = chunkRows.next()) {
                        rows += batch.size();
                        batch.close();
                    }
                }
            }
        }
        return rows;
    }
}
