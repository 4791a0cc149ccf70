package basin.run.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the log of a real Postgres into a real lake, sync by sync.
final class FollowedSyncTest {

    private static final String ORDERS = "select id, amount, note from shop.orders order by id";

    @TempDir
    Path folder;

    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder).with("mode: cdc");
        bench.database.execute(
                "create table orders (id int primary key, amount int, note text)",
                "alter table orders alter column note set storage external",
                "insert into orders values (1, 10, 'one'), (2, 20, repeat('two ', 1000)), (3, 30, null)");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theFirstSyncLoadsAndTheNextOnesTakeWhatIsNew() {
        SyncReport first = bench.follow();
        assertThat(first.problems()).isEmpty();
        assertThat(first.rows()).isEqualTo(3);
        assertThat(first.changes()).isZero();

        bench.database.execute(
                "insert into orders values (4, 40, 'four')",
                "update orders set amount = 21 where id = 2",
                "update orders set id = 11 where id = 1",
                "delete from orders where id = 3");
        SyncReport second = bench.follow();

        assertThat(second.problems()).isEmpty();
        assertThat(second.landed()).isEmpty();
        assertThat(second.changed()).singleElement().satisfies(orders -> {
            assertThat(orders.table()).hasToString("shop.orders");
            assertThat(orders.changes().inserted()).isEqualTo(1);
            assertThat(orders.changes().updated()).isEqualTo(2);
            assertThat(orders.changes().deleted()).isEqualTo(1);
        });
        assertThat(bench.ask("select id, amount, length(note) from shop.orders order by id"))
                .containsExactly("2,21,4000", "4,40,4", "11,10,3");
        assertThat(bench.ask("select _op, id, _before.id, _unchanged[1] from raw_shop.orders order by _position"))
                .containsExactly("c,4,null,null", "u,2,null,note", "u,11,1,null", "d,3,null,null");
        assertThat(bench.verify().agrees()).isTrue();

        assertThat(bench.follow().changes()).isZero();
        assertThat(bench.ask("select count(*) from raw_shop.orders")).containsExactly("4");
    }

    @Test
    void aTableThatIsTruncatedAndFilledAgainHasTheNewRowsOnly() {
        bench.follow();
        bench.database.execute(
                "insert into orders values (5, 50, null)",
                "truncate orders",
                "insert into orders values (2, 22, 'new')");

        assertThat(bench.follow().problems()).isEmpty();

        assertThat(bench.ask(ORDERS)).containsExactly("2,22,new");
        assertThat(bench.ask("select _op, id from raw_shop.orders order by _position"))
                .containsExactly("c,5", "t,null", "c,2");
        assertThat(bench.ask("select count(*) from shop.orders at (version => 'initial')"))
                .containsExactly("3");
    }

    @Test
    void columnsThatAreAddedRenamedAndWidenedFollow() {
        bench.follow();
        bench.database.execute(
                "alter table orders add column paid boolean",
                "update orders set paid = true where id = 1",
                "alter table orders rename column amount to cents",
                "update orders set cents = 31 where id = 3",
                "alter table orders alter column cents type bigint",
                "insert into orders values (4, 5000000000, null, false)");

        assertThat(bench.follow().problems()).isEmpty();

        assertThat(bench.ask("select id, cents, paid from shop.orders order by id"))
                .containsExactly("1,10,true", "2,20,null", "3,31,null", "4,5000000000,false");
        assertThat(bench.verify().problems()).isEmpty();
        assertThat(bench.verify().agrees()).isTrue();
    }

    @Test
    void aTableThatIsAddedLaterIsLoadedAndThenFollowed() {
        bench.follow();
        bench.database.execute("create table lines (id int primary key)", "insert into lines values (1)");
        SyncReport second = bench.follow();
        assertThat(second.landed()).extracting(StreamReport::stream).containsExactly("lines");

        bench.database.execute("insert into lines values (2)", "delete from orders");
        assertThat(bench.follow().changes()).isEqualTo(4);

        assertThat(bench.ask("select id from shop.lines order by id")).containsExactly("1", "2");
        assertThat(bench.ask(ORDERS)).isEmpty();
    }

    @Test
    void aTableWithoutAKeyHasItsRowsAndChangesInTheRawTableAlone() {
        bench.database.execute("create table log (line text)", "insert into log values ('before')");
        bench.follow();
        bench.database.execute("insert into log values ('after')");

        assertThat(bench.follow().problems()).isEmpty();

        assertThat(bench.ask("select _op, line from raw_shop.log order by _position nulls first"))
                .containsExactly("r,before", "c,after");
        assertThat(bench.ask("select table_schema from information_schema.tables where table_name = 'log'"))
                .isEqualTo(List.of("raw_shop"));
    }

    @Test
    void everythingIsReadAnewWhereThatIsWanted() {
        bench.follow();
        bench.database.execute("update orders set amount = 0");

        SyncReport again = bench.followAfresh();

        assertThat(again.rows()).isEqualTo(3);
        assertThat(again.changes()).isZero();
        assertThat(bench.ask("select sum(amount) from shop.orders")).containsExactly("0");
        bench.database.execute("delete from orders where id = 1");
        assertThat(bench.follow().changes()).isEqualTo(1);
        assertThat(bench.verify().agrees()).isTrue();
    }
}
