package basin.run.sync;

import static org.assertj.core.api.Assertions.assertThat;

import basin.run.fixture.Unheard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every row is in its table or in quarantine, never in both, in neither or twice: whatever breaks in between.
final class QuarantineTest {

    private static final String INCREMENTAL = "mode: incremental\ncursor: {public.t: {column: id}}";

    @TempDir
    Path folder;

    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode: full", INCREMENTAL})
    @Timeout(60)
    void noRowIsLostBetweenPublishingATableAndItsQuarantine(String mode) {
        bench.with(mode + "\nreaders: 1");
        bench.database.execute(
                "create table t (id int primary key, n numeric(5, 2), pad text)",
                "insert into t select g, case when g = 1 then 'NaN'::numeric else 1 end, repeat('x', 1000) from generate_series(1, 20000) g");
        BreakingFolder quarantine = new BreakingFolder(() -> bench.folder("quarantine", "shop_t"));

        SyncReport broken = bench.sync(new Unheard() {
            private long seen;

            @Override
            public void read(String stream, long rows, long bytes) {
                seen += rows;
                while (seen > 12_000 && !quarantine.isBroken()) {
                    if (hasKept("shop", "t") && hasKept("quarantine", "shop_t")) {
                        quarantine.breakIt();
                    }
                }
            }
        });
        assertThat(broken.problems()).hasSize(1);
        quarantine.mend();
        assertThat(bench.ask("select count(*) from shop.t"))
                .as("published before it broke")
                .containsExactly("19999");

        bench.database.execute("delete from t where id > 1");
        bench.sync();

        assertThat(bench.ask("select _key from quarantine.shop_t")).containsExactly("[1]");
    }

    @Test
    void noRowIsInQuarantineTwiceAfterAnIncrementWasBrokenOff() {
        bench.with(INCREMENTAL);
        bench.database.execute("create table t (id int primary key, n numeric(5, 2))", "insert into t values (1, 1)");
        bench.sync();
        bench.database.execute("insert into t values (2, 'NaN'), (3, 'NaN'), (4, 4)");
        BreakingFolder table = new BreakingFolder(() -> bench.folder("shop", "t"));

        SyncReport broken = bench.sync(new Unheard() {
            @Override
            public void read(String stream, long rows, long bytes) {
                table.breakIt();
            }
        });
        assertThat(broken.landed()).isEmpty();
        table.mend();
        bench.database.execute("update t set n = 3 where id = 3");

        assertThat(bench.sync().problems()).isEmpty();
        assertThat(bench.ask("select _key from quarantine.shop_t")).containsExactly("[2]");
        assertThat(bench.ask("select id from shop.t order by id")).containsExactly("1", "3", "4");
    }

    @Test
    void aRowThatNoLongerFitsIsNotInItsTableAsItWasBefore() {
        bench.with(INCREMENTAL);
        bench.database.execute(
                "create table t (id int primary key, n numeric(5, 2))", "insert into t values (1, 1), (2, 2)");
        bench.sync();

        bench.database.execute("update t set n = 'NaN' where id = 1");
        bench.sync();
        assertThat(bench.ask("select id from shop.t")).containsExactly("2");
        assertThat(bench.ask("select _key from quarantine.shop_t")).containsExactly("[1]");

        bench.database.execute("update t set n = 3 where id = 1");
        bench.sync();
        assertThat(bench.ask("select id, n from shop.t order by id")).containsExactly("1,3.00", "2,2.00");
        assertThat(bench.ask("select count(*) from quarantine.shop_t")).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int; 7",
                "numeric(20, 3); -7.500",
                "text; a \"quoted\" 'key', \\ and ü",
                "uuid; 0190163d-8694-739b-aea5-966c26f8ad91",
                "bytea; \\x00ff27",
                "date; 2024-02-29",
                "timestamp; 2024-02-29 10:00:00.000001",
                "timestamptz; 2024-02-29 10:00:00+02",
                "boolean; true",
                "double precision; -0.1"
            })
    void aRowIsKnownAgainByAKeyOfAnyType(String keyed) {
        String type = keyed.substring(0, keyed.indexOf(';'));
        String value = keyed.substring(keyed.indexOf(';') + 2).replace("'", "''");
        bench.with(INCREMENTAL);
        bench.database.execute(
                "create table t (id %s, part int, n numeric(5, 2), primary key (part, id))".formatted(type),
                "insert into t values ('%s', 1, 1)".formatted(value));
        bench.sync();

        bench.database.execute("update t set n = 'NaN'");
        bench.sync();
        assertThat(bench.ask("select count(*) from shop.t")).containsExactly("0");
        assertThat(bench.ask("select count(*) from quarantine.shop_t")).containsExactly("1");

        bench.database.execute("update t set n = 2");
        bench.sync();
        assertThat(bench.ask("select n from shop.t")).containsExactly("2.00");
        assertThat(bench.ask("select count(*) from quarantine.shop_t")).containsExactly("0");
    }

    @Test
    void filesThatNothingNamesAreClearedAwayFromQuarantineToo() throws IOException {
        bench.database.execute(
                "create table t (id int primary key, n numeric(5, 2))", "insert into t values (1, 'NaN')");
        bench.sync();
        Path orphan = bench.folder("quarantine", "shop_t").resolve("data/orphan.parquet");
        Files.writeString(orphan, "left by a process that was killed");
        Files.setLastModifiedTime(orphan, FileTime.from(Instant.EPOCH));

        bench.sync();

        assertThat(orphan).doesNotExist();
    }

    @Test
    void twoTablesDoNotShareAQuarantine() {
        bench.database.execute(
                "create table eu_orders (id int primary key, n numeric(5, 2))",
                "insert into eu_orders values (1, 'NaN')",
                "create table orders (id int primary key, n numeric(5, 2))",
                "insert into orders values (7, 1)");
        bench.sync();

        SyncReport report = bench.syncAs("shop_eu");

        assertThat(report.landed()).extracting(StreamReport::stream).containsExactly("eu_orders");
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).hasToString("shop_eu.orders");
            assertThat(problem.what()).contains("shop.eu_orders");
            assertThat(problem.remedy()).isEqualTo("give one of the two sources another name");
        });
        assertThat(bench.ask("select _key from quarantine.shop_eu_orders")).containsExactly("[1]");
        assertThat(bench.sync().problems()).as("the first goes on").isEmpty();
    }

    private boolean hasKept(String schema, String name) {
        return bench.table(schema, name)
                .flatMap(table -> table.unfinishedLoad())
                .filter(load -> !load.receipts().isEmpty())
                .isPresent();
    }

    /// A table whose metadata cannot be read for a while.
    private static final class BreakingFolder {
        private final Supplier<Path> table;
        private @Nullable Path broken;

        /// @param table asked for when it is to break
        BreakingFolder(Supplier<Path> table) {
            this.table = table;
        }

        boolean isBroken() {
            return broken != null;
        }

        void breakIt() {
            if (broken == null) {
                Path metadata = table.get().resolve("metadata");
                broken = move(metadata, metadata.resolveSibling("aside"));
            }
        }

        void mend() {
            Path aside = Objects.requireNonNull(broken, "was broken");
            move(aside, aside.resolveSibling("metadata"));
        }

        private static Path move(Path from, Path to) {
            try {
                return Files.move(from, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
