package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.change.ChangeFeed;
import basin.connect.change.ChangeReader;
import basin.connect.change.Replica;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a table hears that follows a Postgres database.
class FollowingTest {

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();
    private final PostgresSource source = Databases.followed(database);
    private final ChangeFeed feed = source.changes().orElseThrow();
    private final Replica replica = new Replica();

    @AfterEach
    void drop() {
        feed.remove();
        database.close();
    }

    private void start(String... statements) {
        database.execute(statements);
        feed.prepare();
        replica.load(source);
    }

    private void follow(String... statements) {
        try (ChangeReader reader = feed.open(replica.positions())) {
            database.execute(statements);
            replica.catchUp(reader);
        }
    }

    private @Nullable Object value(String stream, Object key, String column) {
        Map<String, @Nullable Object> row = replica.table(stream).get(List.of(key));
        return row == null ? "no row" : row.get(column);
    }

    @Test
    void hearsOfInsertsUpdatesAndDeletes() {
        start("create table t (id int primary key, name text)", "insert into t values (1, 'a'), (2, 'b')");
        follow("insert into t values (3, 'c')", "update t set name = 'bb' where id = 2", "delete from t where id = 1");

        assertThat(replica.column("t", "_op")).containsExactly("c", "u", "d");
        assertThat(replica.table("t").keySet()).containsExactlyInAnyOrder(List.of(2), List.of(3));
        assertThat(value("t", 2, "name")).isEqualTo("bb");
        assertThat(replica.column("t", "_position").stream().map(String::valueOf))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(replica.column("t", "_before")).containsOnlyNulls();
    }

    @Test
    void hearsOfATruncation() {
        start("create table t (id int primary key)", "insert into t values (1)");
        follow("truncate t", "insert into t values (2)");
        assertThat(replica.table("t").keySet()).containsExactly(List.of(2));
    }

    @Test
    void tellsTheKeyThatARowHadBefore() {
        start(
                "create table t (id int, part int, name text, primary key (part, id))",
                "insert into t values (1, 1, 'a')");
        follow("update t set id = 2");
        assertThat(replica.changes("t").getFirst().get("_before")).isEqualTo(Map.of("part", 1, "id", 1));
        assertThat(replica.table("t").keySet()).containsExactly(List.of(1, 2));
    }

    @Test
    void keepsLargeValuesThatAreNotSentAgain() {
        start(
                "create table t (id int primary key, n int, large text)",
                "alter table t alter large set storage external",
                "insert into t values (1, 0, repeat('x', 10000))");
        follow("update t set n = 1");
        assertThat(replica.column("t", "_unchanged")).containsExactly(List.of("large"));
        assertThat(String.valueOf(value("t", 1, "large"))).hasSize(10000);

        follow("alter table t replica identity full", "update t set n = 2");
        assertThat(replica.changes("t").getLast().get("_unchanged"))
                .as("the old row has it")
                .isNull();
        assertThat(String.valueOf(value("t", 1, "large"))).hasSize(10000);
    }

    @Test
    void goesOnWhereItWasAcknowledged() {
        start("create table t (id int primary key)");
        follow("insert into t values (1)");
        follow("insert into t values (2)");
        follow();
        assertThat(replica.column("t", "id")).containsExactly(1, 2);
    }

    @Test
    void doesNotHandOutWhatATableHasAlready() {
        start("create table t (id int primary key)", "create table u (id int primary key)");
        database.execute("insert into t values (1)");
        replica.positions().remove("u");
        replica.load(source);
        follow("insert into u values (2)");
        assertThat(replica.column("t", "id")).containsExactly(1);
        assertThat(replica.column("u", "id")).containsExactly(2);
    }

    @Test
    void followsPartitionsAsTheirTable() {
        start(
                "create table t (id int primary key, name text) partition by range (id)",
                "create table t1 partition of t for values from (0) to (10)",
                "create table t2 (name text, id int not null)",
                "alter table t attach partition t2 for values from (10) to (20)",
                "insert into t values (1, 'a')");
        follow(
                "insert into t values (11, 'b')",
                "update t set id = 12 where id = 1",
                "create table t3 partition of t for values from (20) to (30)",
                "insert into t values (21, 'c')");
        assertThat(replica.table("t").keySet()).containsExactlyInAnyOrder(List.of(11), List.of(12), List.of(21));
        assertThat(value("t", 11, "name")).isEqualTo("b");
        follow("truncate t", "insert into t values (1, 'd')");
        assertThat(replica.table("t").keySet()).containsExactly(List.of(1));
        follow("truncate t1");
        assertThat(replica.discontinued()).containsKey("t");
    }

    @Test
    void hearsOnlyOfNewRowsWithoutAnIdentity() {
        start("create table t (id int)", "insert into t values (1)");
        follow("insert into t values (2)", "update t set id = 3", "delete from t");
        assertThat(replica.column("t", "_op")).containsExactly("c");
        assertThat(source.discover().skipped())
                .singleElement()
                .satisfies(skipped ->
                        assertThat(skipped.reason()).contains("alter table \"public\".\"t\" replica identity full"));
    }

    @Test
    void usesTheIdentityThatTheTableHas() {
        start(
                "create table t (id int primary key, code text not null unique, n int)",
                "alter table t replica identity using index t_code_key",
                "insert into t values (1, 'a', 0), (2, 'b', 0)");
        follow("update t set n = 1 where id = 1", "delete from t where id = 2", "update t set code = 'c' where id = 1");
        assertThat(replica.table("t").keySet()).containsExactly(List.of("c"));
    }

    @Test
    void deletesARowThatNoLongerFits() {
        start("create table t (id int primary key, n numeric(5, 2))", "insert into t values (1, 1)");
        follow("update t set n = 'NaN'");
        assertThat(replica.table("t")).isEmpty();
        assertThat(replica.rejected()).singleElement().satisfies(row -> {
            assertThat(row.key()).isEqualTo("[1]");
            assertThat(row.content()).isEqualTo("{\"id\":1,\"n\":\"NaN\"}");
        });
        follow("update t set n = 2");
        assertThat(replica.table("t").keySet()).containsExactly(List.of(1));
    }

    @Test
    void addsDropsAndRenamesColumnsWhereTheLogDoes() {
        start("create table t (id int primary key, a text, b int)", "insert into t values (1, 'x', 1)");
        try (ChangeReader reader = feed.open(replica.positions())) {
            database.execute(
                    "insert into t values (2, 'y', 2)",
                    "alter table t rename a to name",
                    "insert into t values (3, 'z', 3)",
                    "alter table t drop b",
                    "alter table t add c int",
                    "insert into t values (4, 'zz', 4)",
                    "alter table t alter c type bigint",
                    "insert into t values (5, 'zzz', 5)");
            replica.catchUp(reader);
        }
        assertThat(replica.altered())
                .containsExactly(
                        "t[id, a, b] -> [id, name, b] {name=a}",
                        "t[id, name, b] -> [id, name, c] {}",
                        "t[id, name, c] -> [id, name, c] {}");
        assertThat(value("t", 1, "name")).isEqualTo("x");
        assertThat(value("t", 2, "name")).isEqualTo("y");
        assertThat(value("t", 5, "c")).isEqualTo(5L);
    }

    @Test
    void aColumnThatWasRenamedWhileNobodyReadIsTheSameColumn() {
        start("create table t (id int primary key, a text, b text)", "insert into t values (1, 'x', 'y')");
        database.execute("alter table t rename a to name");
        follow("insert into t values (2, 'z', 'z')");
        assertThat(replica.altered()).containsExactly("t[id, a, b] -> [id, name, b] {name=a}");
        assertThat(value("t", 1, "name")).isEqualTo("x");
        follow("alter table t rename b to c");
        follow("insert into t values (3, 'z', 'z')");
        assertThat(value("t", 1, "c")).isEqualTo("y");

        database.execute("alter table t add n int default 7");
        follow("insert into t values (4, 'z', 'z')");
        assertThat(replica.discontinued()).containsKey("t");
    }

    @Test
    void aColumnThatOlderRowsMayHaveValuesInIsLoadedAnew() {
        start("create table t (id int primary key)", "insert into t values (1)");
        follow("alter table t add n int not null default 7", "insert into t values (2)");
        assertThat(replica.discontinued().get("t").what())
                .isEqualTo("the column 'n' is new and may have values in older rows");
        feed.prepare();
        replica.load(source);
        follow("insert into t values (3)");
        assertThat(value("t", 1, "n")).isEqualTo(7);
        assertThat(replica.table("t")).hasSize(3);
    }

    @Test
    void aRenamedTableIsLoadedAnew() {
        start("create table t (id int primary key)", "create table other (id int primary key)");
        follow("alter table t rename to u", "insert into u values (1)", "insert into other values (1)");
        assertThat(replica.discontinued().get("t")).isNotNull();
        assertThat(replica.table("other")).hasSize(1);
    }

    @Test
    void addedTablesAreHeardOfOnceTheyArePrepared() {
        start("create table t (id int primary key)");
        database.execute("create table u (id int primary key)", "insert into u values (1)");
        feed.prepare();
        replica.load(source);
        follow("insert into u values (2)");
        assertThat(replica.table("u")).hasSize(2);
    }

    @Test
    void theSlotMovesOnWhileTheDatabaseIsIdle() {
        start("create table t (id int primary key)");
        String prepared = String.valueOf(replica.positions().get("t")).split("@")[0];
        try (PostgresDatabase other = PostgresServer.shared().createDatabase()) {
            other.execute("create table busy as select generate_series(1, 10000) as n");
            follow();
        }
        database.await("select confirmed_flush_lsn > '%s'::pg_lsn from pg_replication_slots where database = '%s'"
                .formatted(prepared, database.name()));
    }
}
