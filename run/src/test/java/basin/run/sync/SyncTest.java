package basin.run.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.connect.Discovery;
import basin.core.problem.ProblemException;
import basin.run.fixture.Unheard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a real Postgres into a real lake.
final class SyncTest {

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

    @Test
    void everyTableArrivesWithItsRows() {
        bench.database.execute(
                "create table customers (id int primary key, name text)",
                "insert into customers values (1, 'Alice'), (2, null)",
                "create table nothing (id int)");

        SyncReport report = bench.sync();

        assertThat(report.problems()).isEmpty();
        assertThat(report.landed()).extracting(StreamReport::stream).containsExactly("customers", "nothing");
        assertThat(report.rows()).isEqualTo(2);
        assertThat(bench.ask("select * from shop.customers order by id")).containsExactly("1,Alice", "2,null");
        assertThat(bench.ask("select count(*) from shop.nothing")).containsExactly("0");
    }

    @Test
    void aFullLoadTakesThePlaceOfTheOneBeforeAndLeavesItToBeAskedFor() {
        bench.database.execute("create table t (id int primary key)", "insert into t values (1), (2)");
        bench.sync();
        bench.database.execute("delete from t where id = 1", "insert into t values (3)");
        String before = bench.ask("select now()").getFirst();

        bench.sync();

        assertThat(bench.ask("select id from shop.t order by id")).containsExactly("2", "3");
        assertThat(bench.ask("select id from shop.t at (timestamp => '" + before + "'::timestamptz) order by id"))
                .containsExactly("1", "2");
    }

    @Test
    void aTableThatHasNotChangedIsNotReadAgain() {
        bench.database.execute(
                "create table t (id int primary key, n numeric(3, 1))",
                "insert into t values (1, 1), (2, 'NaN')",
                "create table nothing (id int)");
        bench.sync();
        int before = bench.table("shop", "t").orElseThrow().snapshots().size();
        Counting second = new Counting();

        SyncReport report = bench.sync(second);

        assertThat(report.landed()).hasSize(2).allMatch(StreamReport::unchanged);
        assertThat(second.read).isZero();
        assertThat(bench.table("shop", "t").orElseThrow().snapshots()).hasSize(before);
        assertThat(bench.ask("select _key from quarantine.shop_t")).containsExactly("[2]");
        assertThat(bench.syncAfresh().rows()).as("everything anew").isEqualTo(1);
        bench.database.execute("update t set n = 2 where id = 2");
        assertThat(bench.sync().landed())
                .filteredOn(landed -> !landed.unchanged())
                .hasSize(1);
        assertThat(bench.ask("select id, n from shop.t order by id")).containsExactly("1,1.0", "2,2.0");
        assertThat(bench.sync().landed()).allMatch(StreamReport::unchanged);
    }

    @Test
    void aTableThatSomebodyElseWroteToIsReadAgain() {
        bench.database.execute("create table t (id int primary key)", "insert into t values (1)");
        bench.sync();
        bench.table("shop", "t").orElseThrow().overwrite(List.of(), null);

        assertThat(bench.sync().rows()).isEqualTo(1);

        assertThat(bench.ask("select id from shop.t")).containsExactly("1");
    }

    @Test
    void aStreamThatCannotLandStopsAloneAndItsTableStaysAsItWas() {
        bench.database.execute(
                "create table changed (id int primary key, what text)",
                "insert into changed values (1, 'one')",
                "create table fine (id int primary key)",
                "insert into fine values (1)");
        bench.sync();
        bench.database.execute("alter table changed alter what type int using 7", "insert into fine values (2)");

        SyncReport report = bench.sync();

        assertThat(report.landed()).extracting(StreamReport::stream).containsExactly("fine");
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().toString()).startsWith("shop.changed");
            assertThat(problem.remedy()).startsWith("basin sync shop --full ");
        });
        assertThat(bench.ask("select what from shop.changed")).containsExactly("one");
        assertThat(bench.ask("select count(*) from shop.fine")).containsExactly("2");
    }

    @Test
    void aChangedTypeComesWithAFullLoadAndOldRowsKeepTheirs() {
        bench.database.execute(
                "create table t (id int primary key, what text, gone text)", "insert into t values (1, 'one', 'x')");
        bench.sync();
        String before = bench.ask("select now()").getFirst();
        bench.database.execute(
                "alter table t alter what type int using 7, drop gone, add fresh text default 'new'",
                "insert into t values (2, 8)");

        SyncReport report = bench.syncAfresh();

        assertThat(report.problems()).isEmpty();
        assertThat(report.landed())
                .singleElement()
                .satisfies(landed -> assertThat(landed.remarks())
                        .containsExactly(
                                "its columns are now those of the source; earlier snapshots keep the old ones"));
        assertThat(bench.ask("select * from shop.t order by what + 1")).containsExactly("1,7,new", "2,8,new");
        assertThat(bench.ask("select * from shop.t at (timestamp => '" + before + "'::timestamptz)"))
                .containsExactly("1,one,x");
        assertThat(bench.table("shop", "t").orElseThrow().schema().primaryKey()).containsExactly("id");
        bench.database.execute("insert into t values (3, 9)");
        assertThat(bench.sync().problems()).isEmpty();
        assertThat(bench.ask("select sum(what) from shop.t")).containsExactly("24");
    }

    @Test
    void anIncrementalStreamGoesOnAfterItsTypeHasChanged() {
        bench.with("mode: incremental\ncursor: {public.t: {column: id}}");
        bench.database.execute("create table t (id int primary key, v text)", "insert into t values (1, '1')");
        bench.sync();
        bench.database.execute("alter table t alter v type numeric(9, 2) using v::numeric");
        assertThat(bench.sync().problems()).hasSize(1);
        assertThat(bench.syncAfresh().problems()).isEmpty();
        bench.database.execute("insert into t values (2, 2.5)");

        assertThat(bench.sync().rows()).isEqualTo(1);

        assertThat(bench.ask("select id, v from shop.t order by id")).containsExactly("1,1.00", "2,2.50");
    }

    @Test
    void aLoadWithAnotherTypeThatWasBrokenOffGoesOnWhereItWas() {
        fillBig();
        bench.sync();
        bench.database.execute("alter table big alter note type bytea using note::bytea");
        breakOff(true);
        assertThat(bench.ask("select typeof(note), count(*) from shop.big group by 1"))
                .as("as it was")
                .containsExactly("VARCHAR,100000");

        Counting second = new Counting();
        SyncReport report = bench.sync(second);

        assertThat(report.problems()).isEmpty();
        assertThat(second.resumed).as("rows kept").isPositive();
        assertThat(bench.ask("select typeof(note), count(*), count(distinct id) from shop.big group by 1"))
                .containsExactly("BLOB,100000,100000");
    }

    @Test
    void aTypeThatChangesOnceMoreEndsTheLoadThatWasBrokenOff() {
        fillBig();
        bench.sync();
        bench.database.execute("alter table big alter note type bytea using note::bytea");
        breakOff(true);
        bench.database.execute("alter table big alter note type text using 'text again'");

        Counting second = new Counting();
        assertThat(bench.sync(second).problems()).isEmpty();

        assertThat(second.resumed).isZero();
        assertThat(bench.ask("select distinct note from shop.big")).containsExactly("text again");
    }

    @Test
    void whatIsLeftOutIsToldAndIsAProblemOnceItWasLoaded() {
        bench.database.execute(
                "create table t (id int)",
                "create table fine (id int)",
                "create materialized view never as select 1 with no data");
        assertThat(bench.sync().leftOut()).extracting(Discovery.Skipped::what).containsExactly("public.never");
        bench.database.execute("alter table t drop id");

        SyncReport report = bench.sync();

        assertThat(report.landed()).extracting(StreamReport::stream).containsExactly("fine");
        assertThat(report.leftOut())
                .extracting(Discovery.Skipped::what)
                .containsExactlyInAnyOrder("public.never", "public.t");
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().toString()).isEqualTo("public.t");
            assertThat(problem.what()).contains("loaded before");
            assertThat(problem.why()).isEqualTo("it has no columns to load");
        });
    }

    @Test
    void columnsThatComeAndGoAtTheSourceDoSoInTheLake() {
        bench.database.execute("create table t (id int primary key, old text)", "insert into t values (1, 'x')");
        bench.sync();
        bench.database.execute(
                "alter table t drop old, add fresh numeric(5, 1) default 2.5, alter id type bigint",
                "insert into t values (5000000000)");

        assertThat(bench.sync().problems()).isEmpty();

        assertThat(bench.ask("select id, fresh from shop.t order by id")).containsExactly("1,2.5", "5000000000,2.5");
    }

    @Test
    void rowsThatFitNowhereAreInQuarantineUntilTheyFit() {
        bench.database.execute(
                "create table t (id int primary key, amount numeric(5, 2))",
                "insert into t values (1, 1.5), (2, 'NaN')");

        SyncReport report = bench.sync();

        assertThat(report.problems()).isEmpty();
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(bench.ask("select id from shop.t")).containsExactly("1");
        assertThat(bench.ask("select _reason, _content from quarantine.shop_t"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("amount", "NaN", "\"id\":2"));

        bench.database.execute("update t set amount = 2 where id = 2");
        assertThat(bench.sync().rejected()).isZero();
        assertThat(bench.ask("select id, amount from shop.t order by id")).containsExactly("1,1.50", "2,2.00");
        assertThat(bench.ask("select count(*) from quarantine.shop_t")).containsExactly("0");
    }

    @Test
    void aLoadThatWasBrokenOffGoesOnWhereItWas() {
        fillBig();
        breakOff(false);

        assertThatThrownBy(() -> bench.ask("select count(*) from shop.big"))
                .as("neither half a load nor an empty table")
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the table 'shop.big' has not been loaded yet");
        bench.database.execute("update big set note = 'changed' where id = 1", "delete from big where id = 2");
        Counting second = new Counting();
        SyncReport report = bench.sync(second);

        assertThat(report.problems()).isEmpty();
        assertThat(second.resumed).as("rows kept").isPositive();
        assertThat(second.resumed + second.read).isEqualTo(99_999);
        assertThat(report.rows()).isEqualTo(99_999);
        assertThat(bench.ask("select count(*), count(distinct id), sum(id), min(id) from shop.big"))
                .containsExactly("99999,99999,5000049998,1");
        assertThat(bench.ask("select note from shop.big where id = 1")).containsExactly("changed");
    }

    @Test
    void aFreshStartKeepsNothingOfABrokenLoad() {
        fillBig();
        breakOff(false);

        SyncReport report = bench.syncAfresh();

        assertThat(report.rows()).isEqualTo(100_000);
        assertThat(report.landed())
                .singleElement()
                .satisfies(landed -> assertThat(landed.remarks())
                        .containsExactly("all rows were read anew, those among them that a load had kept that was"
                                + " broken off"));
        assertThat(bench.ask("select count(*), count(distinct id) from shop.big"))
                .containsExactly("100000,100000");
    }

    @Test
    void aCursorBringsWhatIsNewAndReplacesWhatChanged() {
        bench.with("""
                mode: incremental
                cursor: {public.t: {column: updated_at}}
                """);
        bench.database.execute(
                "create table t (id int primary key, name text, updated_at timestamptz not null)",
                "insert into t values (1, 'one', '2026-01-01'), (2, 'two', '2026-01-02')");
        bench.sync();
        bench.database.execute(
                "update t set name = 'TWO', updated_at = '2026-01-03' where id = 2",
                "insert into t values (3, 'three', '2026-01-04')");

        SyncReport report = bench.sync();

        assertThat(report.problems()).isEmpty();
        assertThat(bench.ask("select id, name from shop.t order by id")).containsExactly("1,one", "2,TWO", "3,three");
        bench.sync();
        assertThat(bench.ask("select count(*) from shop.t")).containsExactly("3");
    }

    @Test
    void anotherTableUnderTheOldNameIsReadInFullAndTheReportSaysWhy() {
        bench.with("mode: incremental\ncursor: {public.t: {column: id}}\nexclude: [public.next, public.old]");
        bench.database.execute(
                "create table t (id int primary key, v text)",
                "insert into t values (1, 'old'), (2, 'old')",
                "create table next (id int primary key, v text)",
                "insert into next values (1, 'new'), (3, 'new')");
        bench.sync();
        bench.database.execute("alter table t rename to old; alter table next rename to t");

        assertThat(bench.sync().landed())
                .singleElement()
                .satisfies(report -> assertThat(report.remarks())
                        .containsExactly("all rows were read anew, since another table has taken over its name"));
        assertThat(bench.ask("select id, v from shop.t order by id")).containsExactly("1,new", "3,new");
        assertThat(bench.sync().landed())
                .singleElement()
                .satisfies(report -> assertThat(report.remarks()).isEmpty());
    }

    @Test
    void nothingIsWrittenWhereNothingIsNew() {
        bench.with("mode: incremental\ncursor: {public.t: {column: id}}");
        bench.database.execute("create table t (id int primary key)", "insert into t values (1)");
        bench.sync();
        int before = bench.table("shop", "t").orElseThrow().snapshots().size();

        assertThat(bench.sync().landed()).hasSize(1);
        assertThat(bench.table("shop", "t").orElseThrow().snapshots()).hasSize(before);

        bench.database.execute("insert into t values (2)");
        assertThat(bench.sync().rows()).isEqualTo(1);
    }

    @Test
    void aColumnThatOlderRowsHaveValuesInIsReadForThemToo() {
        bench.with("mode: incremental\ncursor: {public.t: {column: id}}");
        bench.database.execute("create table t (id int primary key)", "insert into t values (1)");
        bench.sync();
        bench.database.execute("alter table t add c int not null default 7", "insert into t values (2, 8)");

        assertThat(bench.sync().rows()).isEqualTo(2);

        assertThat(bench.ask("select id, c from shop.t order by id")).containsExactly("1,7", "2,8");
    }

    @Test
    void aTableLoadedInFullUntilNowGoesOnIncrementally() {
        bench.database.execute("create table t (id int primary key)", "insert into t values (1), (2)");
        bench.sync();
        bench.with("mode: incremental\ncursor: {public.t: {column: id}}");

        assertThat(bench.sync().rows()).isEqualTo(2);

        bench.database.execute("insert into t values (3)");
        assertThat(bench.sync().rows()).isEqualTo(1);
        assertThat(bench.ask("select count(*) from shop.t")).containsExactly("3");
    }

    @Test
    void aFullLoadThatWasBrokenOffIsEndedBeforeIncrementsGoOn() {
        bench.with("mode: incremental\ncursor: {public.big: {column: id}}");
        fillBig();
        bench.sync();
        bench.database.execute("delete from big where id = 1");
        breakOff(true);

        Counting second = new Counting();
        SyncReport report = bench.sync(second);

        assertThat(report.rows()).isEqualTo(99_999);
        assertThat(second.resumed).as("rows kept").isPositive();
        assertThat(report.landed())
                .singleElement()
                .satisfies(landed -> assertThat(landed.remarks())
                        .containsExactly("all rows were read, since a full load had been begun that was broken off"));
        assertThat(bench.ask("select count(*) from shop.big")).containsExactly("99999");
        bench.database.execute("insert into big values (100001, 'next')");
        assertThat(bench.sync().rows()).as("an increment").isEqualTo(1);
    }

    @Test
    void rowsHaveLandedEvenWhereClearingUpBehindThemFails() throws IOException {
        bench.database.execute("create table t (id int primary key)", "insert into t values (1)");
        bench.sync();
        List<Path> first = snapshotFiles();
        bench.database.execute("insert into t values (2)");
        bench.sync();
        for (Path file : first) {
            Files.delete(file);
        }
        bench.database.execute("insert into t values (3)");

        SyncReport report = bench.sync();

        assertThat(report.problems()).isEmpty();
        assertThat(report.landed())
                .singleElement()
                .satisfies(landed -> assertThat(landed.remarks())
                        .singleElement()
                        .asString()
                        .startsWith("what it no longer needs could not be cleared away"));
        assertThat(bench.ask("select count(*) from shop.t")).containsExactly("3");
    }

    private List<Path> snapshotFiles() throws IOException {
        try (Stream<Path> files = Files.list(bench.folder("shop", "t").resolve("metadata"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("snap-"))
                    .toList();
        }
    }

    /// Begins a load of 100,000 rows that ends with its process in the middle.
    private void breakOff(boolean afresh) {
        AtomicLong seen = new AtomicLong();
        SyncListener cut = new Unheard() {
            @Override
            public void read(String stream, long rows, long bytes) {
                if (seen.addAndGet(rows) > 60_000) {
                    throw new PowerCut();
                }
            }
        };
        assertThatThrownBy(() -> {
                    if (afresh) {
                        bench.syncAfresh(cut);
                    } else {
                        bench.sync(cut);
                    }
                })
                .isInstanceOf(PowerCut.class);
    }

    private void fillBig() {
        bench.database.execute(
                "create table big (id int primary key, note text)",
                "insert into big select n, repeat(md5(n::text), 4) from generate_series(1, 100000) n");
    }

    private static final class Counting extends Unheard {
        private long resumed;
        private long read;

        @Override
        public void resumed(String stream, long rows, long bytes) {
            resumed += rows;
        }

        @Override
        public synchronized void read(String stream, long rows, long bytes) {
            read += rows;
        }
    }

    /// The process ends here, as far as the sync can tell.
    private static final class PowerCut extends Error {}
}
