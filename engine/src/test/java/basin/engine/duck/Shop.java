package basin.engine.duck;

import basin.core.rows.Batch;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.engine.QueryOptions;
import basin.lake.Lake;
import basin.lake.LakeSettings;
import basin.lake.LakeTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A small lake on disk, with an engine over it.
///
/// `shop.orders` has three files, one per month of early 2024, committed one after the other and tagged
/// `january`, `february`, `march`. `shop.products` has changed its columns between its two files.
/// `crm."Visits per Day"` has a name that needs quotes, `types.everything` a column of every type, and
/// `shop.empty` no rows.
final class Shop implements AutoCloseable {

    private static final Pattern FILES_READ = Pattern.compile("Total Files Read: (\\d+)");

    private final Path folder;
    private final Duck duck;
    private final DuckConnection connection;
    final Lake lake;
    final DuckEngine engine;

    Shop(Path folder) {
        this.folder = folder;
        this.duck = Duck.open(new DuckSettings(256 << 20, folder.resolve("temp"), 1 << 30, 1));
        this.connection = duck.connect();
        this.lake = Lake.open(LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db")));
        this.engine = DuckEngine.open(lake, new DuckSettings(256 << 20, folder.resolve("spill"), 1 << 30, 2));
    }

    /// The lake with all its tables.
    static Shop filled(Path folder) {
        Shop shop = new Shop(folder);
        shop.customers();
        shop.orders();
        shop.products();
        shop.visits();
        shop.everything();
        shop.create("shop", "empty", Schema.of(Field.optional("id", Type.Primitive.INT)));
        return shop;
    }

    LakeTable create(String schema, String name, Schema columns) {
        return lake.create(new TableName(schema, name), columns);
    }

    /// Adds a file with the rows of a query to a table.
    void append(LakeTable table, String select) {
        table.append(
                ParquetWriter.write(connection, select, new ParquetLayout(table.staging(), table.fieldIds())), null);
    }

    /// The rows of a query as text: a line with the names of the columns, and one for each row.
    List<String> lines(String sql) {
        return lines(sql, QueryOptions.usual());
    }

    List<String> lines(String sql, QueryOptions options) {
        try (Rows rows = engine.query(sql, options)) {
            List<String> lines = new ArrayList<>();
            lines.add(rows.schema().fields().stream().map(Field::name).collect(Collectors.joining(" | ")));
            for (List<String> row : read(rows)) {
                lines.add(String.join(" | ", row));
            }
            return lines;
        }
    }

    /// The rows of a query, without their names.
    List<String> rows(String sql) {
        List<String> lines = lines(sql);
        return lines.subList(1, lines.size());
    }

    /// How many data files a query reads, as DuckDB counts them.
    int filesRead(String sql) {
        Matcher reads = FILES_READ.matcher(String.join("\n", lines("EXPLAIN ANALYZE " + sql)));
        return reads.results().mapToInt(read -> Integer.parseInt(read.group(1))).sum();
    }

    Path folder() {
        return folder;
    }

    static List<List<String>> read(Rows rows) {
        List<List<String>> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = add(rows.next(), all);
        }
        return all;
    }

    private static boolean add(@Nullable Batch batch, List<List<String>> all) {
        try (batch) {
            for (int i = 0; batch != null && i < batch.size(); i++) {
                int row = i;
                all.add(batch.columns().stream()
                        .map(column -> text(column.get(row)))
                        .toList());
            }
            return batch != null;
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    private void customers() {
        LakeTable customers = create(
                "shop",
                "customers",
                Schema.of(
                                Field.required("id", Type.Primitive.INT),
                                Field.optional("name", Type.Primitive.STRING).withDoc("as on the invoice"),
                                Field.optional("country", Type.Primitive.STRING))
                        .withPrimaryKey("id"));
        append(
                customers,
                "SELECT * FROM (VALUES (1, 'Ada', 'GB'), (2, 'Bo', 'SE'), (3, 'Çelik', NULL)) t(id, name, country)");
    }

    private void orders() {
        LakeTable orders = create(
                "shop",
                "orders",
                Schema.of(
                        Field.required("id", Type.Primitive.LONG),
                        Field.optional("customer_id", Type.Primitive.INT),
                        Field.optional("day", Type.Primitive.DATE),
                        Field.optional("status", Type.Primitive.STRING),
                        Field.optional("amount", new Type.Decimal(12, 2))));
        List<String> months = List.of("january", "february", "march");
        for (int month = 1; month <= 3; month++) {
            append(orders, """
                    SELECT %1$d00 + i AS id, (i %% 3 + 1)::INTEGER AS customer_id, DATE '2024-0%1$d-01' + i::INTEGER AS day,
                           ['open', 'paid', 'shipped'][i %% 3 + 1] AS status, (i * 10.5)::DECIMAL(12, 2) AS amount
                    FROM range(4) t(i)""".formatted(month));
            orders.tag(months.get(month - 1), orders.snapshots().getFirst().id());
        }
    }

    private void products() {
        Field id = Field.required("id", Type.Primitive.INT);
        Schema first = Schema.of(id, Field.optional("name", Type.Primitive.STRING));
        LakeTable products = create("shop", "products", first);
        append(products, "SELECT 1 AS id, 'tea' AS name");
        products.tag("before", products.snapshots().getFirst().id());
        products.evolve(
                Schema.of(
                        Field.required("id", Type.Primitive.LONG),
                        Field.optional("title", Type.Primitive.STRING),
                        Field.optional("price", new Type.Decimal(6, 2))),
                Map.of("name", "title"));
        append(products, "SELECT 2::BIGINT AS id, 'hat' AS title, 9.99::DECIMAL(6, 2) AS price");
    }

    private void visits() {
        LakeTable visits = create(
                "crm",
                "Visits per Day",
                Schema.of(
                        Field.optional("Day", Type.Primitive.DATE), Field.optional("how many?", Type.Primitive.LONG)));
        append(visits, "SELECT DATE '2024-02-29' AS \"Day\", 7::BIGINT AS \"how many?\"");
    }

    private void everything() {
        LakeTable everything = create(
                "types",
                "everything",
                Schema.of(
                        Field.optional("flag", Type.Primitive.BOOLEAN),
                        Field.optional("small", Type.Primitive.INT),
                        Field.optional("big", Type.Primitive.LONG),
                        Field.optional("single", Type.Primitive.FLOAT),
                        Field.optional("real", Type.Primitive.DOUBLE),
                        Field.optional("exact", new Type.Decimal(38, 10)),
                        Field.optional("text", Type.Primitive.STRING),
                        Field.optional("bytes", Type.Primitive.BINARY),
                        Field.optional("day", Type.Primitive.DATE),
                        Field.optional("wall", Type.Primitive.TIMESTAMP),
                        Field.optional("moment", Type.Primitive.TIMESTAMPTZ),
                        Field.optional("tags", new Type.Listing(Type.Primitive.STRING)),
                        Field.optional(
                                "place",
                                new Type.Struct(List.of(
                                        Field.optional("lat", Type.Primitive.DOUBLE),
                                        Field.optional("lon", Type.Primitive.DOUBLE)))),
                        Field.optional("sizes", new Type.Mapping(Type.Primitive.STRING, Type.Primitive.INT))));
        append(everything, """
                SELECT true AS flag, 1 AS small, 2::BIGINT AS big, 0.5::FLOAT AS single, 0.1::DOUBLE AS real,
                       1.0000000001::DECIMAL(38, 10) AS exact, 'ß€😀' AS text, '\\x00\\xFF'::BLOB AS bytes,
                       DATE '1969-12-31' AS day, TIMESTAMP '2024-02-29 12:34:56.789012' AS wall,
                       TIMESTAMPTZ '2024-02-29 12:34:56+02' AS moment, ['a', NULL] AS tags,
                       {lat: 52.5::DOUBLE, lon: 13.4::DOUBLE} AS place, MAP {'s': 36} AS sizes
                UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL""");
    }

    @Override
    public void close() {
        engine.close();
        lake.close();
        connection.close();
        duck.close();
    }
}
