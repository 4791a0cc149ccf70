package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.Position;
import basin.duck.ParquetFile;
import basin.testkit.TemporaryFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

class MergeTest {
    private static final Schema SCHEMA = Schema.of(
            Field.optional("shop", Type.Primitive.STRING),
            Field.optional("id", Type.Primitive.INT),
            Field.optional("value", Type.Primitive.LONG));
    private static final List<String> KEY = List.of("shop", "id");

    private static TemporaryFolder folder = TemporaryFolder.create("basin-merge-");
    private static Lake lake = open();
    private static Workbench bench = new Workbench(folder.path());
    private static int tables;

    @AfterContainer
    static void close() {
        bench.close();
        lake.close();
        folder.close();
    }

    /// A row to be merged; `shop` and `id` are its key.
    record Row(@Nullable String shop, @Nullable Integer id, long value) {
        String sql(int order) {
            return "(" + order + ", " + (shop == null ? "null" : "'" + shop + "'") + ", " + id + ", " + value + ")";
        }

        List<@Nullable Object> key() {
            List<@Nullable Object> key = new ArrayList<>();
            key.add(shop);
            key.add(id);
            return key;
        }
    }

    @Property(tries = 12)
    void mergingEqualsReplayingInAMap(@ForAll("batches") List<List<List<Row>>> batches) {
        LakeTable table = Workbench.create(lake, "merged_" + tables++, SCHEMA);
        Map<List<@Nullable Object>, Row> replayed = new HashMap<>();

        for (List<List<Row>> batch : batches) {
            List<ParquetFile> files = batch.stream()
                    .flatMap(rows -> bench.files(table, select(rows)).stream())
                    .toList();
            long before = replayed.size();
            batch.forEach(rows -> rows.forEach(row -> replayed.put(row.key(), row)));
            long rows = batch.stream().mapToLong(List::size).sum();

            long replaced = table.merge(files, KEY, new Position("batch"), bench.connection());

            assertThat(replaced).isEqualTo(before + rows - replayed.size());
        }

        assertThat(bench.rows(lake.table(table.name())))
                .containsExactlyInAnyOrderElementsOf(replayed.values().stream()
                        .map(row -> row.shop() + "|" + row.id() + "|" + row.value())
                        .toList());
    }

    @Property(tries = 12)
    void takingKeysAwayEqualsRemovingThemFromAMap(
            @ForAll("file") List<Row> there, @ForAll("file") List<Row> added, @ForAll("file") List<Row> gone) {
        LakeTable table = Workbench.create(lake, "taken_" + tables++, SCHEMA);
        Map<List<@Nullable Object>, Row> replayed = new HashMap<>();
        table.merge(bench.files(table, select(there)), KEY, null, bench.connection());
        there.forEach(row -> replayed.put(row.key(), row));

        gone.forEach(row -> replayed.remove(row.key()));
        table.merge(List.of(), bench.files(table, select(gone)), KEY, new Position("gone"), bench.connection());
        assertThat(bench.rows(lake.table(table.name()))).hasSize(replayed.size());

        added.forEach(row -> replayed.put(row.key(), row));
        table.merge(
                bench.files(table, select(added)),
                bench.files(table, select(gone)),
                KEY,
                new Position("both"),
                bench.connection());

        assertThat(bench.rows(lake.table(table.name())))
                .containsExactlyInAnyOrderElementsOf(replayed.values().stream()
                        .map(row -> row.shop() + "|" + row.id() + "|" + row.value())
                        .toList());
        assertThat(lake.table(table.name()).position()).contains(new Position("both"));
    }

    @Provide
    static Arbitrary<List<List<List<Row>>>> batches() {
        return file().list().ofMaxSize(3).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    static Arbitrary<List<Row>> file() {
        Arbitrary<Row> row = Combinators.combine(
                        Arbitraries.of("a", "b", "long enough to be cut in statistics")
                                .injectNull(0.1),
                        Arbitraries.integers().between(0, 9).injectNull(0.1),
                        Arbitraries.longs().between(0, 999))
                .as(Row::new);
        return row.list().ofMinSize(1).ofMaxSize(12);
    }

    private static String select(List<Row> rows) {
        List<String> values = IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).sql(i))
                .toList();
        return "select shop::varchar shop, id::integer id, value::bigint as value from (values "
                + String.join(", ", values) + ") v(n, shop, id, value) order by n";
    }

    private static Lake open() {
        return Lake.open(
                LakeSettings.local(folder.path().resolve("lake"), folder.path().resolve("system.db")));
    }
}
