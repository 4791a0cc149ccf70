package basin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The full load of a Postgres table into the lake, beside raw COPY into nothing and a plain Spark job, in turn in one
/// run.
///
/// Arguments: the `basin` command, the number of rows (5,000,000), how many rounds (3).
public final class FullLoad {

    private final Path basin;
    private final long rows;
    private final Path folder;

    private FullLoad(Path basin, long rows, Path folder) {
        this.basin = basin;
        this.rows = rows;
        this.folder = folder;
    }

    /// @param args the `basin` command, rows, rounds
    public static void main(String[] args) throws Exception {
        long rows = args.length > 1 ? Long.parseLong(args[1].replace("_", "")) : 5_000_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        Path folder = Files.createTempDirectory("basin-bench");
        try (OrdersDatabase database = OrdersDatabase.start(rows)) {
            new FullLoad(Path.of(args[0]).toAbsolutePath(), rows, folder).rounds(database, rounds);
        } finally {
            delete(folder);
        }
    }

    private void rounds(OrdersDatabase database, int rounds) throws IOException, SQLException, InterruptedException {
        RawCopy.seconds(database);
        List<Double> ratios = new ArrayList<>();
        System.out.printf(
                "%,d rows%n%n%-10s %10s %10s %12s %10s%n", rows, "", "seconds", "rows/s", "CPU-s/M rows", "peak MiB");
        for (int round = 0; round < rounds; round++) {
            double raw = RawCopy.seconds(database);
            print("raw COPY", new Measured(raw, Double.NaN, 0));
            Measured load = basin(database, round);
            print("Basin", load);
            double rawAfter = RawCopy.seconds(database);
            ratios.add((raw + rawAfter) / 2 / load.seconds());
        }
        print("Spark", spark(database));
        ratios.sort(Comparator.naturalOrder());
        System.out.printf(
                "%nBasin, whole command, at %.2f of raw COPY (median of %d; %.2f to %.2f)%n",
                ratios.get(ratios.size() / 2), rounds, ratios.getFirst(), ratios.getLast());
    }

    private Measured basin(OrdersDatabase database, int round) throws IOException, InterruptedException {
        Path project = Files.createDirectories(folder.resolve("project" + round));
        Files.writeString(project.resolve("basin.yml"), "name: bench\n");
        Files.writeString(Files.createDirectories(project.resolve("sources")).resolve("shop.yml"), """
                name: shop
                type: postgres
                connection: {host: 127.0.0.1, port: %d, database: postgres, user: postgres, password: "none"}
                mode: full
                tables: [public.orders]
                """.formatted(
                        database.port()));
        try {
            return Measured.run(
                    List.of(basin.toString(), "sync", "shop"), project, Map.of(), folder.resolve("basin.log"));
        } finally {
            delete(project);
        }
    }

    private Measured spark(OrdersDatabase database) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g"));
        for (String open : List.of(
                "java.lang",
                "java.lang.invoke",
                "java.io",
                "java.net",
                "java.nio",
                "java.util",
                "java.util.concurrent")) {
            command.add("--add-opens=java.base/" + open + "=ALL-UNNAMED");
        }
        for (String open : List.of("sun.nio.ch", "sun.nio.cs", "sun.util.calendar")) {
            command.add("--add-opens=java.base/" + open + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                SparkLoad.class.getName(),
                database.url(),
                Long.toString(rows),
                folder.resolve("warehouse").toString()));
        return Measured.run(command, folder, Map.of(), folder.resolve("spark.log"));
    }

    private void print(String who, Measured measured) {
        System.out.printf(
                "%-10s %10.2f %,10.0f %12.2f %10d%n",
                who,
                measured.seconds(),
                rows / measured.seconds(),
                measured.cpuSeconds() / rows * 1e6,
                measured.peakBytes() >> 20);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
