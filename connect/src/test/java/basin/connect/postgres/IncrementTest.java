package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.connect.Loaded;
import basin.connect.Source;
import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.connect.postgres.plan.CursorSettings;
import basin.core.stream.Position;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Loads that go on from where the last one was: nothing new is missed, whatever the order in which transactions
/// commit.
class IncrementTest {

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bigint; 1; 2; 3; ",
                "bigint; 1; 2; 3; 10",
                "numeric(10, 2); 1.50; 2.50; 3.50; 10",
                "date; 2024-01-01; 2024-01-02; infinity; 3 days",
                "timestamp; 2024-01-01 10:00:00; 2024-01-01 10:00:00.000001; infinity; 1 hour",
                "timestamptz; 2024-01-01 10:00:00+02; 2024-01-01 10:00:01+02; 2025-01-01 00:00:00Z; 1 hour",
                "timestamptz; 2024-01-01 10:00:00+02; 2024-01-01 10:00:01+02; 2025-01-01 00:00:00Z; ",
                "text; a'b; c; d; ",
                "uuid; 0190163d-8694-739b-aea5-966c26f8ad91; 0190163d-8694-739b-aea5-966c26f8ad92; 0290163d-8694-739b-aea5-966c26f8ad91; "
            })
    void findsWhatIsNewByCursorsOfAnyOrderedType(
            String type, String first, String second, String third, @Nullable String lookback) {
        database.execute("create table t (id int primary key, c %s)".formatted(type));
        Source source = source(lookback);
        add(1, first);
        add(2, second);
        Reading all = read(source, null);
        assertThat(all.ids()).containsExactlyInAnyOrder(1, 2);

        add(3, third);
        Reading more = read(source, all.position());
        assertThat(more.ids()).containsExactly(3);
        assertThat(read(source, more.position()).ids()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "100"})
    void doesNotMissRowsOfTransactionsThatCommitLate(String lookback) throws SQLException {
        database.execute("create table t (id int primary key, c bigint)");
        Source source = source(lookback.isEmpty() ? null : lookback);
        try (Connection other = database.connect();
                Statement late = other.createStatement()) {
            late.execute("begin; insert into t values (1, 1); savepoint s; insert into t values (2, 2); release s");
            add(3, "3");
            Reading first = read(source, null);
            assertThat(first.ids()).containsExactly(3);

            late.execute("insert into t values (4, 4); commit");
            Reading second = read(source, first.position());
            assertThat(second.ids()).contains(1, 2, 4);
            assertThat(read(source, second.position()).ids()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "100"})
    void readsRowsWithTheSameCursorValue(String lookback) {
        database.execute("create table t (id int primary key, c bigint)");
        Source source = source(lookback.isEmpty() ? null : lookback);
        add(1, "5");
        Position after = read(source, null).position();
        add(2, "5");
        assertThat(read(source, after).ids()).containsExactly(2);
    }

    @Test
    void readsRowsThatWereChanged() {
        database.execute("create table t (id int primary key, c bigint)", "create sequence s");
        Source source = source(null);
        add(1, "1");
        add(2, "2");
        Position after = read(source, null).position();
        database.execute("update t set c = 3 where id = 1");
        assertThat(read(source, after).ids()).containsExactly(1);
    }

    @Test
    void findsNewRowsByAnIndexWhereALookbackIsGiven() {
        database.execute(
                "create table t (id int primary key, c bigint)",
                "insert into t select i, i from generate_series(1, 100000) i",
                "create index t_c on t (c)",
                "vacuum analyze t");
        Source source = source("10");
        Position after = read(source, null).position();
        database.execute("insert into t values (0, 100001)");
        assertThat(read(source, after).ids()).containsExactly(0);
    }

    @Test
    void startsFromNothingInAnEmptyTable() {
        database.execute("create table t (id int primary key, c bigint)");
        Source source = source(null);
        Reading nothing = read(source, null);
        add(1, "1");
        assertThat(read(source, nothing.position()).ids()).containsExactly(1);
        assertThat(read(source("10"), nothing.position()).ids()).containsExactly(1);
    }

    @Test
    void readsPartitionsAsOne() {
        database.execute(
                "create table t (id int, c bigint, primary key (id)) partition by hash (id)",
                "create table t_0 partition of t for values with (modulus 2, remainder 0)",
                "create table t_1 partition of t for values with (modulus 2, remainder 1)",
                "insert into t select i, i from generate_series(1, 10) i");
        Source source = source("100");
        Position after = read(source, null).position();
        assertThat(after.text()).endsWith(" 10");
        database.execute("insert into t select i, i from generate_series(11, 20) i");
        assertThat(read(source, after).ids()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({"''", "10"})
    void readsAPartitionWholeThatWasAttachedSince(String lookback) {
        database.execute(
                "create table t (id int, c bigint, primary key (id)) partition by range (id)",
                "create table t_0 partition of t for values from (0) to (100)",
                "create table outside (id int primary key, c bigint)",
                "insert into outside values (100, 1), (101, null)",
                "insert into t values (1, 1000)");
        Source source = source(lookback.isEmpty() ? null : lookback);
        Position after = read(source, null).position();

        database.execute("alter table t attach partition outside for values from (100) to (200)");

        Reading more = read(source, after);
        assertThat(more.ids()).containsExactlyInAnyOrder(100, 101);
        assertThat(read(source, more.position()).ids()).isEmpty();
    }

    @Test
    void readsATableWholeThatWasWrittenAnew() {
        database.execute("create table t (id int primary key, c bigint)", "insert into t values (1, 1), (2, 1000)");
        Source source = source("10");
        Position after = read(source, null).position();
        database.execute("alter table t add at timestamptz not null default clock_timestamp()");
        database.execute("alter table t alter at drop default, alter at drop not null");
        assertThat(read(source, after).ids()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "numeric; 5; Infinity; 6",
                "numeric; 5; NaN; 6",
                "float8; 5; Infinity; 6",
                "date; 2024-01-05; infinity; 2024-01-06",
                "timestamptz; 2024-01-05 10:00Z; infinity; 2024-01-05 10:30Z",
            })
    void aValueWithoutAnEndDoesNotHideWhatComesAfterIt(String type, String first, String endless, String second) {
        database.execute("create table t (id int primary key, c %s)".formatted(type));
        Source source = source(type.startsWith("n") || type.startsWith("f") ? "10" : "1 day");
        add(1, first);
        add(2, endless);
        Position after = read(source, null).position();
        add(3, second);
        assertThat(read(source, after).ids()).containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource({"''", "1 hour"})
    void readsRowsWhoseCursorIsNull(String lookback) {
        database.execute("create table t (id int primary key, c timestamptz)");
        Source source = source(lookback.isEmpty() ? null : lookback);
        add(1, "2024-01-01");
        database.execute("insert into t values (2, null)");
        Position after = read(source, null).position();
        database.execute("insert into t values (3, null)", "update t set c = null where id = 1");
        assertThat(read(source, after).ids()).containsExactlyInAnyOrder(1, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "alter table t rename to old; alter table other rename to t; another table",
                "alter table t add b int default 7; select 1; its column b",
                "alter table t add b int default 7; alter table t alter b drop default; its column b",
                "alter table t add b serial; select 1; its column b",
                "alter table t rename a to b; select 1; its column b",
                "alter type letter rename value 'x' to 'z'; select 1; its column e",
                "alter table t alter v set expression as (id + 1); select 1; its column v",
                "alter table t rename a to b; alter table t rename e to f; its columns b, f",
            })
    void saysWhenWhatIsNewIsNotAllThatIsDifferent(String change, String then, String reason) {
        tableWithLetters();
        Position after = read(source(null), null).position();
        database.execute(change, then);
        assertThat(discontinuity(after))
                .hasValueSatisfying(text -> assertThat(text).contains(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "alter table t add b int",
        "alter table t drop a",
        "alter table t alter id type bigint",
        "alter type letter add value 'w' before 'x'",
        "vacuum full t",
        "comment on column t.a is 'hello'"
    })
    void goesOnWhereRowsThatWereReadStayWhatTheyWere(String change) {
        tableWithLetters();
        Position after = read(source(null), null).position();
        database.execute(change);
        assertThat(discontinuity(after)).isEmpty();
    }

    @Test
    void saysSoWhereOnlyAPartitionKnowsOfADefault() {
        database.execute(
                "create table t (id int primary key, c bigint) partition by range (id)",
                "create table t_0 partition of t for values from (0) to (100)",
                "insert into t values (1, 1)");
        Position after = read(source(null), null).position();
        database.execute("alter table t add b int default 7", "alter table t alter b drop default");
        assertThat(discontinuity(after))
                .hasValueSatisfying(text -> assertThat(text).contains("its column b"));
    }

    @Test
    void doesNotGoOnFromAPositionItDidNotWrite() {
        database.execute("create table t (id int primary key, c bigint)");
        assertThat(discontinuity(new Position("0/16B3748"))).contains("it was loaded in another mode until now");
        try (SourceSnapshot snapshot = source(null).snapshot()) {
            Stream stream = Loaded.stream(snapshot, "t");
            assertThatThrownBy(() -> snapshot.chunks(stream, new Position("0/16B3748")))
                    .hasMessageContaining("public.t: the load cannot go on from where it was")
                    .hasMessageContaining("in full once");
        }
    }

    @Test
    void readsAllRowsAgainAfterTheServerWasReplaced() {
        database.execute("create table t (id int primary key, c bigint)");
        Source source = source(null);
        add(1, "1");
        String position = read(source, null).position().text();
        Position elsewhere = new Position("7" + position);
        assertThat(read(source, elsewhere).ids()).containsExactly(1);
    }

    @Test
    void loadsNoTableIncrementallyThatHasNoKey() {
        database.execute("create table t (id int, c bigint)");
        assertThat(source(null).discover().streams().getFirst().mode()).isEqualTo(Stream.Mode.FULL);
        Source named =
                new PostgresSource("shop", Databases.incremental(database, Map.of("t", new CursorSettings("c", null))));
        assertThatThrownBy(named::discover).hasMessageContaining("public.t: a table without a key");
        database.execute("create table other (id int)");
        assertThat(named.discover().streams()).extracting(Stream::name).containsExactly("other");
        assertThat(named.discover().problems()).hasSize(1);
    }

    @Test
    void loadsTablesWithoutACursorInFull() {
        database.execute("create table t (id int primary key, c bigint)", "create table other (id int)");
        try (SourceSnapshot snapshot = source(null).snapshot()) {
            assertThat(Loaded.stream(snapshot, "t").mode()).isEqualTo(Stream.Mode.INCREMENTAL);
            assertThat(Loaded.stream(snapshot, "other").mode()).isEqualTo(Stream.Mode.FULL);
        }
    }

    private void tableWithLetters() {
        database.execute(
                "create type letter as enum ('x', 'y')",
                "create table t (id int primary key, c bigint, a text, e letter, v int generated always as (-1) virtual)",
                "insert into t values (1, 1, 'one', 'x')",
                "create table other (like t including all)");
    }

    private Optional<String> discontinuity(Position after) {
        try (SourceSnapshot snapshot = source(null).snapshot()) {
            return snapshot.discontinuity(Loaded.stream(snapshot, "t"), after);
        }
    }

    private void add(int id, String cursor) {
        database.execute("insert into t values (%d, '%s')".formatted(id, cursor.replace("'", "''")));
    }

    private Source source(@Nullable String lookback) {
        return new PostgresSource(
                "shop", Databases.incremental(database, Map.of("public.*", new CursorSettings("c", lookback))));
    }

    private record Reading(List<@Nullable Object> ids, Position position) {}

    private static Reading read(Source source, @Nullable Position after) {
        try (SourceSnapshot snapshot = source.snapshot()) {
            Loaded loaded = Loaded.all(snapshot, "t", after);
            return new Reading(loaded.column("id"), snapshot.position(Loaded.stream(snapshot, "t")));
        }
    }
}
