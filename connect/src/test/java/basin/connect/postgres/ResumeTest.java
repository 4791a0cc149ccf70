package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.Loaded;
import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.core.settings.DataSize;
import basin.core.stream.Chunk;
import basin.core.stream.ChunkReceipt;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/// A load that was interrupted and goes on under another snapshot ends with exactly what that snapshot sees,
/// whatever happened to the table in between.
class ResumeTest {

    private static final int ROWS = 2_000;

    private @Nullable PostgresDatabase database;

    @BeforeTry
    void create() {
        database = PostgresServer.shared().createDatabase();
        database()
                .execute(
                        "create table t (id int primary key, v int not null, filling text) with (fillfactor = 80, autovacuum_enabled = off)",
                        "insert into t select i, 0, repeat('x', 150) from generate_series(1, %d) i".formatted(ROWS));
    }

    @AfterTry
    void drop() {
        database().close();
    }

    /// What may happen to a table while nobody loads it.
    enum Event {
        INSERT(
                "insert into t select (select coalesce(max(id), 0) from t) + i, 0, repeat('y', 150) from generate_series(1, {n}) i"),
        UPDATE("update t set v = v + 1 where id % {n} = 0"),
        MOVE("update t set filling = repeat('z', 1000) where id % {n} = 1"),
        DELETE("delete from t where id % {n} = 2"),
        VACUUM("vacuum t"),
        VACUUM_FREEZE("vacuum (freeze) t"),
        VACUUM_FULL("vacuum full t"),
        CLUSTER("cluster t using t_pkey"),
        TRUNCATE("truncate t"),
        REVERT("begin; update t set v = v + 1 where id % {n} = 3; rollback"),
        RECREATE(
                "create table u (like t including all); drop table t; alter table u rename to t; alter index u_pkey rename to t_pkey"),
        SUBTRANSACTION("begin; savepoint a; update t set v = v + 1 where id = {n}; release a; commit");

        private final String sql;

        Event(String sql) {
            this.sql = sql;
        }

        void happen(Statement statement, int n) throws SQLException {
            statement.execute(sql.replace("{n}", String.valueOf(n)));
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void endsWithWhatTheLaterSnapshotSees(
            @ForAll @Size(max = 3) List<Event> before,
            @ForAll @Size(min = 1, max = 3) List<Event> between,
            @ForAll @IntRange(min = 5, max = 1500) int n,
            @ForAll boolean commits,
            @ForAll @IntRange(min = 1, max = 30) int chunksRead)
            throws SQLException {
        Attempt first = new Attempt();
        try (Connection other = database().connect();
                Statement underWay = other.createStatement()) {
            happen(before, n);
            underWay.execute("begin; savepoint s; update t set v = v + 10 where id %% %d = 4; release s;".formatted(n)
                    + "delete from t where id %% %d = 5".formatted(n));
            first.read(chunksRead, Map.of());
            underWay.execute(commits ? "commit" : "rollback");
        }
        happen(between, n);

        Attempt second = new Attempt();
        second.read(Integer.MAX_VALUE, first.chunks);

        assertThat(second.rows()).isEqualTo(server());
    }

    @Example
    void doesNotTakeARowOfASubtransactionThatWasUnderWayForOneItHadSeen() throws SQLException {
        Attempt first = new Attempt();
        try (Connection other = database().connect();
                Statement underWay = other.createStatement()) {
            // One row less and one row more in the same page: the number of rows stays the same.
            underWay.execute("begin; insert into t values (-1, 0, ''); savepoint s; insert into t values (-2, 0, '')");
            database().execute("create table later ()");
            first.read(Integer.MAX_VALUE, Map.of());
            underWay.execute("release s; delete from t where id in (-1, %d); commit".formatted(ROWS));
        }
        Attempt second = new Attempt();
        second.read(Integer.MAX_VALUE, first.chunks);
        assertThat(second.rows()).isEqualTo(server()).containsKey(-2);
    }

    @Example
    void keepsAllChunksOfATableThatOnlyItsUpkeepTouched() throws SQLException {
        Attempt first = new Attempt();
        first.read(Integer.MAX_VALUE, Map.of());
        database().execute("vacuum (freeze) t", "analyze t");
        happen(List.of(Event.REVERT), 7);
        Attempt second = new Attempt();
        second.read(Integer.MAX_VALUE, first.chunks);
        assertThat(second.kept).isEqualTo(first.chunks.size());
    }

    @Example
    void readsAgainOnlyTheChunksThatChanged() {
        Attempt first = new Attempt();
        first.read(Integer.MAX_VALUE, Map.of());
        database().execute("update t set v = 1 where id = 1");
        Attempt second = new Attempt();
        second.read(Integer.MAX_VALUE, first.chunks);
        assertThat(second.kept).isEqualTo(first.chunks.size() - 1);
    }

    @Example
    void keepsNothingOnceTheColumnsAreOthers() {
        Attempt first = new Attempt();
        first.read(Integer.MAX_VALUE, Map.of());
        database().execute("alter table t add column more int");
        Attempt second = new Attempt();
        second.read(Integer.MAX_VALUE, first.chunks);
        assertThat(second.kept).isZero();
    }

    @Example
    void keepsNothingOnceAColumnThatIsNotStoredIsComputedInAnotherWay() {
        database().execute("alter table t add column twice int generated always as (v * 2) virtual");
        Attempt first = new Attempt();
        first.read(Integer.MAX_VALUE, Map.of());
        database().execute("alter table t alter column twice set expression as (v * 3)");
        Attempt second = new Attempt();
        second.read(Integer.MAX_VALUE, first.chunks);
        assertThat(second.kept).isZero();
    }

    @Example
    void keepsNothingOnceTheValuesOfAnEnumerationHaveOtherNames() {
        database()
                .execute(
                        "create type letter as enum ('a', 'b')",
                        "create type pair as (one letter, other int)",
                        "alter table t add column more pair[]");
        Attempt first = new Attempt();
        first.read(Integer.MAX_VALUE, Map.of());
        database().execute("alter type letter rename value 'a' to 'z'");
        Attempt second = new Attempt();
        second.read(Integer.MAX_VALUE, first.chunks);
        assertThat(second.kept).isZero();
    }

    private void happen(List<Event> events, int n) throws SQLException {
        for (Event event : events) {
            try (Connection connection = database().connect();
                    Statement statement = connection.createStatement()) {
                event.happen(statement, n);
            }
        }
    }

    private PostgresDatabase database() {
        return Objects.requireNonNull(database);
    }

    private Map<Integer, Integer> server() throws SQLException {
        Map<Integer, Integer> rows = new HashMap<>();
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select id, v from t")) {
            while (result.next()) {
                rows.put(result.getInt(1), result.getInt(2));
            }
        }
        return rows;
    }

    /// What one attempt has read, or kept of an earlier one.
    private final class Attempt {
        private final Map<ChunkReceipt, Loaded> chunks = new HashMap<>();
        private int kept;

        void read(int most, Map<ChunkReceipt, Loaded> earlier) {
            PostgresSource source = new PostgresSource(
                    "shop",
                    Databases.settings(
                            Databases.connection(database()), Map.of(), DataSize.parse("32KiB"), "public.t"));
            try (SourceSnapshot snapshot = source.snapshot()) {
                Stream stream = Loaded.stream(snapshot, "t");
                List<Chunk> left = new ArrayList<>(snapshot.chunks(stream, null));
                earlier.forEach((receipt, rows) -> {
                    if (snapshot.stillHolds(stream, receipt)) {
                        assertThat(left.removeIf(chunk -> chunk.id().equals(receipt.chunk())))
                                .isTrue();
                        chunks.put(receipt, rows);
                        kept++;
                    }
                });
                left.stream().limit(most).forEach(chunk -> {
                    Loaded loaded = new Loaded();
                    chunks.put(loaded.read(snapshot, stream, chunk), loaded);
                });
            }
        }

        Map<Object, @Nullable Object> rows() {
            Map<Object, @Nullable Object> rows = new HashMap<>();
            int count = 0;
            for (Loaded loaded : chunks.values()) {
                count += loaded.rows().size();
                loaded.rows().forEach(row -> rows.put(Objects.requireNonNull(row.get("id")), row.get("v")));
            }
            assertThat(rows).as("no row twice").hasSize(count);
            return rows;
        }
    }
}
