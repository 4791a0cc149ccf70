package basin.engine.duck;

import basin.core.rows.Batch;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import basin.engine.QueryOptions;
import basin.lake.LakeTable;
import basin.testkit.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a query costs through the engine, beside the same query of bare DuckDB over the same Parquet files, in turns.
/// Started by `bench/query-overhead`.
final class QueryOverhead {

    private static final List<String> QUERIES = List.of(
            "SELECT count(*) FROM big.orders WHERE note LIKE '%abc%'",
            "SELECT status, sum(amount) FROM big.orders GROUP BY 1",
            "SELECT customer, sum(amount) AS s FROM big.orders GROUP BY 1 ORDER BY 2 DESC LIMIT 10",
            "SELECT count(DISTINCT customer) FROM big.orders",
            "SELECT date_trunc('month', day) AS month, sum(amount) FROM big.orders GROUP BY 1 ORDER BY 1",
            "SELECT * FROM big.orders WHERE id = 1234567",
            "SELECT count(*) FROM big.orders");

    private QueryOverhead() {}

    /// @param arguments rows (5,000,000), files (8) and rounds (15)
    public static void main(String[] arguments) throws IOException {
        LogManager.getLogManager().reset();
        int rows = number(arguments, 0, 5_000_000);
        int files = number(arguments, 1, 8);
        int rounds = number(arguments, 2, 15);
        try (TemporaryFolder folder = TemporaryFolder.create("query-overhead");
                Shop shop = new Shop(folder.path());
                Duck duck = Duck.open(new DuckSettings(256 << 20, folder.path().resolve("bare"), 1 << 30, 2));
                DuckConnection bare = duck.connect()) {
            fill(shop, rows, files);
            bare.execute("CREATE SCHEMA big");
            bare.execute("CREATE VIEW big.orders AS FROM read_parquet(" + parquet(folder.path()) + ")");
            System.out.printf("%d rows in %d files, medians of %d rounds in ms%n", rows, files, rounds);
            System.out.printf("%8s %8s %6s%n", "engine", "bare", "ratio");
            for (String query : QUERIES) {
                compare(query, rounds, shop, bare);
            }
        }
    }

    private static void compare(String query, int rounds, Shop shop, DuckConnection bare) {
        double[] engine = new double[rounds];
        double[] alone = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            engine[i] = milliseconds(() -> shop.engine.query(query, QueryOptions.usual()));
            alone[i] = milliseconds(() -> bare.query(query));
        }
        Arrays.sort(engine);
        Arrays.sort(alone);
        double ratio = engine[rounds / 2] / alone[rounds / 2];
        System.out.printf("%8.1f %8.1f %6.2f  %s%n", engine[rounds / 2], alone[rounds / 2], ratio, query);
    }

    private static double milliseconds(Supplier<Rows> query) {
        long start = System.nanoTime();
        try (Rows rows = query.get()) {
            boolean more = true;
            while (more) {
                try (Batch batch = rows.next()) {
                    more = batch != null;
                }
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static void fill(Shop shop, int rows, int files) {
        LakeTable orders = shop.create(
                "big",
                "orders",
                Schema.of(
                        Field.optional("id", Type.Primitive.LONG),
                        Field.optional("customer", Type.Primitive.INT),
                        Field.optional("status", Type.Primitive.STRING),
                        Field.optional("amount", new Type.Decimal(12, 2)),
                        Field.optional("day", Type.Primitive.DATE),
                        Field.optional("note", Type.Primitive.STRING)));
        int each = rows / files;
        for (int file = 0; file < files; file++) {
            shop.append(orders, """
                    SELECT i AS id, (i * 7919 %% 100000)::INTEGER AS customer,
                           ['open', 'paid', 'shipped'][i %% 3 + 1] AS status,
                           (i %% 100000 / 100)::DECIMAL(12, 2) AS amount,
                           DATE '2020-01-01' + (i // 3000)::INTEGER AS day, md5(i::VARCHAR) AS note
                    FROM range(%d, %d) t(i)""".formatted((long) file * each, (file + 1L) * each));
        }
    }

    private static String parquet(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .map(file -> "'" + file + "'")
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    private static int number(String[] arguments, int index, int usual) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : usual;
    }
}
