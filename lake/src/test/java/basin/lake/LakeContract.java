package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a lake does wherever its files lie.
abstract class LakeContract {
    private static final Schema ORDERS = Schema.of(
                    Field.required("id", Type.Primitive.LONG).withDoc("bigint"),
                    Field.optional("customer", Type.Primitive.STRING))
            .withPrimaryKey("id");
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
    private static final Position FIRST = new Position("0/1");
    private static final Position SECOND = new Position("0/2");

    @TempDir
    Path folder;

    Lake lake;
    Workbench bench;

    /// The settings of a lake that is not there yet, the same each time.
    abstract LakeSettings settings(Path folder);

    @BeforeEach
    void open() {
        lake = Lake.open(settings(folder));
        bench = new Workbench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
        lake.close();
    }

    @Test
    void aNewLakeHasNoTables() {
        assertThat(lake.tables()).isEmpty();
    }

    @Test
    void aTableIsFoundAgainAfterReopening() {
        LakeTable made = orders();
        made.append(bench.files(made, "select 1::bigint id, 'ann' customer"), FIRST);
        lake.close();
        lake = Lake.open(settings(folder));

        LakeTable found = lake.table(Workbench.table("orders"));

        assertThat(lake.tables()).containsExactly(Workbench.table("orders"));
        assertThat(found.schema()).isEqualTo(ORDERS);
        assertThat(found.position()).contains(FIRST);
        assertThat(bench.rows(found)).containsExactly("1|ann");
    }

    @Test
    void aMissingTableIsNamedWithTheOneThatWasMeant() {
        orders();

        assertThatThrownBy(() -> lake.table(Workbench.table("order")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("shop.order")
                .hasMessageContaining("did you mean 'shop.orders'?");
    }

    @Test
    void anEmptyTableHasItsColumns() {
        LakeTable table = orders();

        assertThat(bench.rows(table)).isEmpty();
        assertThat(table.snapshots()).isEmpty();
        assertThat(table.position()).isEmpty();
    }

    @Test
    void namesMayHoldAnyCharacters() {
        for (String name : List.of("Orders", "orders", "order s", "a/b", "ä.ö", "x'y\"z", "100%", "..")) {
            LakeTable table = lake.create(new TableName("Shop é", name), ORDERS);
            table.append(bench.files(table, "select 1::bigint id, 'ann' customer"), null);

            assertThat(bench.rows(lake.table(table.name()))).containsExactly("1|ann");
        }
        assertThat(lake.tables()).hasSize(8);
    }

    @Test
    void noTwoTablesLieInOneFolder() {
        // Names whose letters no URL knows, and that a simple number made from them does not tell apart.
        LakeTable one = Workbench.create(lake, "ая", ORDERS);
        LakeTable other = Workbench.create(lake, "ба", ORDERS);
        one.append(bench.files(one, "select 1::bigint id, 'ann' customer"), null);
        other.append(bench.files(other, "select 2::bigint id, 'bob' customer"), null);

        one.upkeep(new UpkeepPolicy(Duration.ZERO, 1), LATER);
        other.upkeep(new UpkeepPolicy(Duration.ZERO, 1), LATER);

        assertThat(bench.rows(lake.table(one.name()))).containsExactly("1|ann");
        assertThat(bench.rows(lake.table(other.name()))).containsExactly("2|bob");
    }

    @Test
    void aTableThatIsMadeAnewHasNothingOfTheOneBefore() {
        LakeTable before = orders();
        Path staging = before.staging();
        lake.drop(before.name());

        assertThat(orders().staging()).isNotEqualTo(staging);
    }

    @Test
    void anAppendAddsRowsAndMovesThePosition() {
        LakeTable table = orders();
        table.append(bench.files(table, "select 1::bigint id, 'ann' customer"), FIRST);
        table.append(bench.files(table, "select 2::bigint id, null::varchar customer"), SECOND);

        assertThat(bench.rows(table)).containsExactly("1|ann", "2|null");
        assertThat(table.position()).contains(SECOND);
        assertThat(table.snapshots())
                .extracting(TableSnapshot::position)
                .containsExactly(Optional.of(SECOND), Optional.of(FIRST));
    }

    @Test
    void uuidsAreUuidsForEveryReader() {
        LakeTable table = lake.create(
                Workbench.table("tokens"),
                Schema.of(Field.required("id", Type.Primitive.UUID), Field.optional("other", Type.Primitive.UUID)));
        String token = "018f3a5e-7b1c-7def-8a90-123456789abc";

        table.append(bench.files(table, "select '" + token + "'::uuid id, null::uuid other"), FIRST);

        assertThat(bench.rows(table)).containsExactly(token + "|null");
        assertThat(lake.table(table.name()).schema().field("id").orElseThrow().type())
                .isEqualTo(Type.Primitive.UUID);
    }

    @Test
    void anAppendOfNothingMovesThePosition() {
        LakeTable table = orders();
        table.append(List.of(), FIRST);

        assertThat(lake.table(table.name()).position()).contains(FIRST);
    }

    @Test
    void anOverwriteReplacesAllRowsAndOldOnesCanStillBeRead() {
        LakeTable table = orders();
        table.append(bench.files(table, "select 1::bigint id, 'ann' customer"), FIRST);
        long before = table.snapshots().getFirst().id();
        table.tag("before", before);
        table.overwrite(bench.files(table, "select 2::bigint id, 'bob' customer"), SECOND);

        assertThat(bench.rows(table)).containsExactly("2|bob");
        assertThat(bench.rows(table, new AsOf.Version(before), Predicate.ANY)).containsExactly("1|ann");
        assertThat(bench.rows(table, new AsOf.Tag("before"), Predicate.ANY)).containsExactly("1|ann");
        assertThat(bench.rows(table, new AsOf.Moment(table.snapshots().getLast().since()), Predicate.ANY))
                .containsExactly("1|ann");
        assertThatThrownBy(() -> table.scan(new AsOf.Version(7), Predicate.ANY))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no snapshot 7");
    }

    @Test
    void aLoadIsSeenWholeOrNotAtAll() {
        LakeTable table = orders();
        table.append(bench.files(table, "select 1::bigint id, 'old' customer"), FIRST);
        long before = table.snapshots().getFirst().id();

        TableLoad load = table.beginLoad("load-1");
        load.add(List.of(chunk(table, load, "a", "select 10::bigint id, 'new' customer")));
        load.add(List.of(
                chunk(table, load, "b", "select 11::bigint id, 'new' customer"),
                chunk(table, load, "c", "select 12::bigint id, 'new' customer where false")));
        assertThat(bench.rows(lake.table(table.name()))).containsExactly("1|old");
        assertThat(lake.table(table.name()).position()).contains(FIRST);

        load.publish(SECOND);
        LakeTable after = lake.table(table.name());
        assertThat(bench.rows(after)).containsExactly("10|new", "11|new");
        assertThat(after.position()).contains(SECOND);
        assertThat(after.unfinishedLoad()).isEmpty();
        assertThat(after.snapshots()).hasSize(2);
        assertThat(after.snapshots().getFirst().position()).contains(SECOND);
        assertThat(bench.rows(after, new AsOf.Version(before), Predicate.ANY)).containsExactly("1|old");
    }

    @Test
    void aFirstLoadFillsAnEmptyTableAtOnce() {
        LakeTable table = orders();
        TableLoad load = table.beginLoad("load-1");
        load.add(List.of(chunk(table, load, "a", "select 10::bigint id, 'new' customer")));
        assertThat(bench.rows(lake.table(table.name()))).isEmpty();

        load.publish(FIRST);

        assertThat(bench.rows(lake.table(table.name()))).containsExactly("10|new");
        assertThat(lake.table(table.name()).snapshots()).hasSize(1);
    }

    @Test
    void anInterruptedLoadIsPickedUpWithItsChunks() {
        LakeTable table = orders();
        TableLoad load = table.beginLoad("load-1");
        load.add(List.of(
                chunk(table, load, "a", "select 1::bigint id, 'x' customer"),
                chunk(table, load, "b", "select 2::bigint id, 'x' customer")));
        lake.close();
        lake = Lake.open(settings(folder));

        LakeTable again = lake.table(table.name());
        TableLoad resumed = again.unfinishedLoad().orElseThrow();
        assertThat(resumed.id()).isEqualTo("load-1");
        assertThat(resumed.receipts())
                .containsExactly(new ChunkReceipt("a", 1, "seen a"), new ChunkReceipt("b", 1, "seen b"));
        resumed.remove("b");
        assertThat(resumed.receipts()).extracting(ChunkReceipt::chunk).containsExactly("a");
        resumed.add(List.of(chunk(again, resumed, "b", "select 3::bigint id, 'x' customer")));
        resumed.publish(FIRST);

        assertThat(bench.rows(again)).containsExactly("1|x", "3|x");
    }

    @Test
    void anAbandonedLoadLeavesTheTableAsItWas() {
        LakeTable table = orders();
        TableLoad load = table.beginLoad("load-1");
        load.add(List.of(chunk(table, load, "a", "select 1::bigint id, 'x' customer")));
        load.abandon();

        assertThat(lake.table(table.name()).unfinishedLoad()).isEmpty();
        assertThat(bench.rows(lake.table(table.name()))).isEmpty();
        TableLoad next = table.beginLoad("load-2");
        assertThat(next.receipts()).isEmpty();
    }

    @Test
    void aLoadBringsOtherColumnsWhenItIsPublished() {
        LakeTable table = orders();
        table.append(bench.files(table, "select 1::bigint id, 'ann' customer"), FIRST);
        long before = table.snapshots().getFirst().id();
        Schema wanted = Schema.of(
                        Field.required("code", Type.Primitive.STRING), Field.required("id", Type.Primitive.STRING))
                .withPrimaryKey("id", "code");
        TableLoad load = table.beginLoad("load-1", wanted);
        assertThat(load.keepsColumns()).isFalse();
        assertThatThrownBy(() -> load.add(List.of(chunk(table, load, "a", "select 1::bigint id, 'x' customer"))))
                .isInstanceOf(ProblemException.class);
        ParquetLayout layout = new ParquetLayout(load.staging(), load.fieldIds(wanted));
        List<ParquetFile> files = ParquetWriter.write(bench.connection(), "select 'c' code, 'seven' id", layout);
        load.add(List.of(new LoadedChunk(new ChunkReceipt("a", 1, "seen a"), files)));
        assertThat(bench.rows(lake.table(table.name()))).containsExactly("1|ann");

        TableLoad resumed = lake.table(table.name()).unfinishedLoad().orElseThrow();
        assertThat(resumed.bringsColumns(wanted)).isTrue();
        assertThat(resumed.bringsColumns(ORDERS)).isFalse();
        resumed.publish(SECOND);

        LakeTable after = lake.table(table.name());
        assertThat(after.schema()).isEqualTo(wanted);
        assertThat(bench.rows(after)).containsExactly("c|seven");
        assertThat(bench.rows(after, new AsOf.Version(before), Predicate.ANY)).containsExactly("1|ann");
        Predicate seven = new Predicate.Comparison("id", Predicate.Operator.EQUAL, "seven");
        assertThat(bench.rows(after, AsOf.LATEST, seven)).containsExactly("c|seven");
    }

    @Test
    void aLoadWhoseColumnsTheTableCanNoLongerGetIsNotPublished() {
        LakeTable table = orders();
        Schema wanted = Schema.of(Field.optional("id", Type.Primitive.STRING));
        TableLoad load = table.beginLoad("load-1", wanted);
        table.evolve(
                Schema.of(Field.required("id", Type.Primitive.LONG), Field.optional("more", Type.Primitive.LONG)),
                Map.of());

        assertThat(load.bringsColumns(wanted)).isFalse();
        assertThatThrownBy(() -> load.publish(FIRST)).isInstanceOf(ProblemException.class);
        assertThat(lake.table(table.name()).schema().field("more")).isPresent();
    }

    @Test
    void filesWithoutSuchRowsAreLeftAlone() {
        LakeTable table = orders();
        table.append(bench.files(table, "select range id, 'ann' customer from range(0, 10)"), null);
        table.append(bench.files(table, "select range id, 'bob' customer from range(10, 20)"), null);
        Predicate twelve = new Predicate.Comparison("id", Predicate.Operator.EQUAL, 12);

        try (var scan = table.scan(AsOf.LATEST, twelve)) {
            assertThat(scan.files()).isEqualTo(1);
        }
        assertThat(bench.rows(table, AsOf.LATEST, twelve)).contains("12|bob").hasSize(10);
    }

    @Test
    void aTableGrowsWithItsSource() {
        LakeTable table = orders();
        table.append(bench.files(table, "select 1::bigint id, 'ann' customer"), null);
        Schema wanted = Schema.of(
                Field.required("id", Type.Primitive.LONG).withDoc("bigint"),
                Field.optional("client", Type.Primitive.STRING),
                Field.optional("amount", new Type.Decimal(10, 2)));
        table.evolve(wanted.withPrimaryKey("id"), Map.of("customer", "client"));
        table.append(bench.files(table, "select 2::bigint id, 'bob' client, 1.5::decimal(10,2) amount"), null);

        assertThat(bench.rows(table)).containsExactly("1|ann|null", "2|bob|1.50");
        assertThat(table.schema()).isEqualTo(wanted.withPrimaryKey("id"));
    }

    @Test
    void aDroppedTableIsGone() {
        LakeTable table = orders();
        table.append(bench.files(table, "select 1::bigint id, 'ann' customer"), null);

        assertThat(lake.drop(table.name())).isTrue();
        assertThat(lake.drop(table.name())).isFalse();
        assertThat(lake.tables()).isEmpty();
        assertThat(bench.rows(orders())).isEmpty();
    }

    @Test
    void aMergeReplacesRowsByTheirKey() {
        LakeTable table = orders();
        table.append(bench.files(table, "select range id, 'ann' customer from range(0, 5)"), FIRST);
        long before = table.snapshots().getFirst().id();
        long replaced = table.merge(
                bench.files(table, "select range id, 'bob' customer from range(3, 7)"),
                List.of("id"),
                SECOND,
                bench.connection());

        assertThat(replaced).isEqualTo(2);
        assertThat(bench.rows(lake.table(table.name())))
                .containsExactly("0|ann", "1|ann", "2|ann", "3|bob", "4|bob", "5|bob", "6|bob");
        assertThat(table.position()).contains(SECOND);
        assertThat(bench.rows(table, new AsOf.Version(before), Predicate.ANY)).hasSize(5);
    }

    @Test
    void aLoadReplacesRowsThatWereMerged() {
        LakeTable table = orders();
        table.append(bench.files(table, "select range id, 'ann' customer from range(0, 5)"), FIRST);
        table.merge(bench.files(table, "select 3::bigint id, 'bob' customer"), List.of("id"), null, bench.connection());
        TableLoad load = table.beginLoad("load-1");
        load.add(List.of(chunk(table, load, "a", "select 9::bigint id, 'new' customer")));
        load.publish(SECOND);

        assertThat(bench.rows(lake.table(table.name()))).containsExactly("9|new");
    }

    @Test
    void aLoadReplacesRowsThatCameWhileItGathered() {
        LakeTable table = orders();
        TableLoad load = table.beginLoad("load-1");
        load.add(List.of(chunk(table, load, "a", "select 9::bigint id, 'new' customer")));
        LakeTable other = lake.table(table.name());
        other.append(bench.files(other, "select 1::bigint id, 'ann' customer"), FIRST);
        load.publish(SECOND);

        LakeTable after = lake.table(table.name());
        assertThat(bench.rows(after)).containsExactly("9|new");
        assertThat(after.snapshots()).hasSize(2);
        assertThat(after.position()).contains(SECOND);
    }

    @Test
    void tablesThatAreTheFirstOfTheirSchemaAtTheSameTimeAreAllMade() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        List<TableName> names = IntStream.range(0, 40)
                .mapToObj(i -> new TableName("schema_" + i / 4, "t" + i))
                .toList();
        try (ExecutorService makers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> made = new ArrayList<>();
            for (TableName name : names) {
                made.add(makers.submit(() -> {
                    together.await();
                    return lake.create(name, ORDERS);
                }));
            }
            for (Future<?> one : made) {
                one.get();
            }
        }
        assertThat(lake.tables()).containsAll(names);
    }

    @Test
    void writersWhoMeetBothSucceed() throws Exception {
        LakeTable table = orders();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                LakeTable own = lake.table(table.name());
                List<ParquetFile> files = bench.files(own, "select " + writer + "::bigint id, 'ann' customer");
                writers.add(threads.submit(() -> own.append(files, null)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(bench.rows(lake.table(table.name()))).containsExactly("0|ann", "1|ann");
    }

    @Test
    void upkeepTakesAwayWhatNothingNames() {
        LakeTable table = orders();
        table.append(bench.files(table, "select 1::bigint id, 'ann' customer"), FIRST);
        table.overwrite(bench.files(table, "select 2::bigint id, 'bob' customer"), FIRST);
        table.merge(bench.files(table, "select 2::bigint id, 'eve' customer"), List.of("id"), null, bench.connection());
        TableLoad load = table.beginLoad("load-1");
        load.add(List.of(chunk(table, load, "a", "select 9::bigint id, 'new' customer")));
        load.abandon();

        UpkeepReport report = table.upkeep(new UpkeepPolicy(Duration.ZERO, 1), LATER);

        assertThat(report.snapshots()).isGreaterThan(2);
        assertThat(report.files()).isGreaterThan(4);
        assertThat(report.bytes()).isPositive();
        assertThat(bench.rows(lake.table(table.name()))).containsExactly("2|eve");
        assertThat(table.snapshots()).hasSize(1);
        assertThat(table.upkeep(UpkeepPolicy.USUAL, LATER)).isEqualTo(new UpkeepReport(0, 0, 0));
    }

    @Test
    void upkeepLeavesTagsAndUnfinishedLoads() {
        LakeTable table = orders();
        table.append(bench.files(table, "select 1::bigint id, 'ann' customer"), FIRST);
        table.tag("kept", table.snapshots().getFirst().id());
        table.overwrite(bench.files(table, "select 2::bigint id, 'bob' customer"), SECOND);
        TableLoad load = table.beginLoad("load-1");
        load.add(List.of(chunk(table, load, "a", "select 8::bigint id, 'new' customer")));
        load.add(List.of(chunk(table, load, "b", "select 9::bigint id, 'new' customer")));

        table.upkeep(new UpkeepPolicy(Duration.ZERO, 1), LATER);

        assertThat(bench.rows(table, new AsOf.Tag("kept"), Predicate.ANY)).containsExactly("1|ann");
        assertThat(table.snapshots())
                .extracting(TableSnapshot::id)
                .contains(table.tags().get("kept"))
                .doesNotHaveDuplicates();
        TableLoad resumed = table.unfinishedLoad().orElseThrow();
        assertThat(resumed.receipts()).extracting(ChunkReceipt::chunk).containsExactly("a", "b");
        resumed.publish(SECOND);
        assertThat(bench.rows(table)).containsExactly("8|new", "9|new");
    }

    @Test
    void aStatesAgeCountsFromWhenItWasReplaced() {
        LakeTable table = orders();
        table.append(bench.files(table, "select 1::bigint id, 'ann' customer"), FIRST);
        table.overwrite(bench.files(table, "select 2::bigint id, 'bob' customer"), SECOND);
        long replaced = table.snapshots().getFirst().since().toEpochMilli();
        long made = table.snapshots().getLast().since().toEpochMilli();
        Duration shown = Duration.ofMillis(Math.max(1, replaced - made));

        // Made longer ago than states are kept, but replaced only just now.
        Clock now = Clock.fixed(Instant.ofEpochMilli(replaced), ZoneOffset.UTC);
        assertThat(table.upkeep(new UpkeepPolicy(shown, 1), now)).isEqualTo(new UpkeepReport(0, 0, 0));
        assertThat(table.snapshots()).hasSize(2);

        Clock then = Clock.offset(now, shown);
        assertThat(table.upkeep(new UpkeepPolicy(shown, 1), then).snapshots()).isEqualTo(1);
        assertThat(table.snapshots()).hasSize(1);
    }

    @Test
    void whoReadsAStateWhileItExpiresReadsItToItsEnd() {
        LakeTable table = orders();
        table.append(bench.files(table, "select 1::bigint id, 'ann' customer"), FIRST);
        long first = table.snapshots().getFirst().id();
        UpkeepPolicy policy = new UpkeepPolicy(Duration.ZERO, 1, Duration.ofDays(1));
        try (TableScan reader = lake.table(table.name()).scan(AsOf.LATEST, Predicate.ANY)) {
            table.overwrite(bench.files(table, "select 2::bigint id, 'bob' customer"), SECOND);
            UpkeepReport report = table.upkeep(policy, LATER);

            assertThat(report.snapshots()).isEqualTo(1);
            assertThat(table.snapshots()).hasSize(1);
            assertThatThrownBy(() -> table.scan(new AsOf.Version(first), Predicate.ANY))
                    .hasMessageContaining("has no snapshot " + first);
            assertThatThrownBy(() -> table.tag("late", first)).hasMessageContaining("has no snapshot " + first);
            reader.prepare(bench.connection());
            assertThat(bench.fetch(reader.sql())).containsExactly("1|ann");
        }
        assertThat(table.upkeep(policy, LATER).files()).isZero();

        UpkeepReport report = table.upkeep(policy, Clock.offset(LATER, Duration.ofDays(1)));
        assertThat(report.snapshots()).isZero();
        assertThat(report.files()).isPositive();
        assertThat(table.properties()).doesNotContainKey(Keys.EXPIRED);
        assertThat(bench.rows(lake.table(table.name()))).containsExactly("2|bob");
    }

    private LakeTable orders() {
        return Workbench.create(lake, "orders", ORDERS);
    }

    private LoadedChunk chunk(LakeTable table, TableLoad load, String id, String select) {
        return new LoadedChunk(new ChunkReceipt(id, 1, "seen " + id), bench.files(load.staging(), table, select));
    }
}
