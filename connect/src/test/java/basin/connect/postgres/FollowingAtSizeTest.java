package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.RejectedRow;
import basin.connect.Stream;
import basin.connect.change.ChangeFeed;
import basin.connect.change.ChangeReader;
import basin.connect.change.ChangeSink;
import basin.connect.change.Cut;
import basin.connect.change.Replica;
import basin.core.problem.Problem;
import basin.core.rows.Batch;
import basin.core.stream.Position;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Much to follow is followed as little is.
class FollowingAtSizeTest {

    private static final Duration STEP = Duration.ofMillis(200);

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();
    private final PostgresSource source = Databases.followed(database);
    private final ChangeFeed feed = source.changes().orElseThrow();
    private final Replica replica = new Replica();

    @AfterEach
    void drop() {
        feed.remove();
        database.close();
    }

    /// More than 128 MiB of log, so that it is asked for in portions; what is not acknowledged is not asked for again.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLargeBacklogIsHeardOfOnce(boolean acknowledging) {
        int transactions = 9;
        int each = 10_000;
        database.execute("create table t (id int primary key, filling text)");
        feed.prepare();
        replica.load(source);
        for (int i = 0; i < transactions; i++) {
            database.execute("insert into t select n, repeat(md5(n::text), 56) from generate_series(%d, %d) n"
                    .formatted(i * each, (i + 1) * each - 1));
        }
        Ids ids = new Ids();
        try (ChangeReader reader = feed.open(replica.positions())) {
            Position head = reader.head();
            Cut first = reader.read(STEP, 3L * each, ids);
            assertThat(first.rows()).isEqualTo(3L * each);
            assertThat(first.transactions()).isEqualTo(3);
            assertThat(reader.hasReached(head)).isFalse();
            for (int i = 0; i < 200 && !reader.hasReached(head); i++) {
                Cut cut = reader.read(STEP, 3L * each, ids);
                if (acknowledging) {
                    reader.acknowledge(cut.position());
                }
            }
            assertThat(reader.hasReached(head)).isTrue();
        }
        assertThat(ids.seen)
                .isEqualTo(IntStream.range(0, transactions * each).boxed().toList());
    }

    /// One transaction that is far larger than what is held back.
    @Test
    void aLargeTransactionComesInManyBatches() {
        database.execute("create table t (id int primary key, filling text)");
        feed.prepare();
        replica.load(source);
        Ids ids = new Ids();
        try (ChangeReader reader = feed.open(replica.positions())) {
            database.execute("insert into t select n, repeat(md5(n::text), 56) from generate_series(0, 39999) n");
            Position head = reader.head();
            for (int i = 0; i < 200 && !reader.hasReached(head); i++) {
                reader.read(STEP, 1, ids);
            }
        }
        assertThat(ids.seen).hasSize(40_000);
        assertThat(ids.largest).isLessThan(12 << 20);
    }

    @Test
    void thousandsOfTablesAreFollowedAtOnce() {
        int tables = 2_000;
        database.execute(
                "do $$ begin for i in 1..%d loop execute format('create table t%%s (id int primary key)', i); end loop; end $$"
                        .formatted(tables));
        feed.prepare();
        replica.load(source);
        try (ChangeReader reader = feed.open(replica.positions())) {
            database.execute(
                    "do $$ begin for i in 1..%d loop execute format('insert into t%%s values (1)', i); end loop; end $$"
                            .formatted(tables));
            replica.catchUp(reader);
        }
        for (int i = 1; i <= tables; i++) {
            assertThat(replica.table("t" + i)).hasSize(1);
        }
    }

    /// The numbers that rows have, in the order in which they come.
    private static final class Ids implements ChangeSink {
        private final List<Integer> seen = new ArrayList<>();
        private long largest;

        @Override
        public void changes(Stream stream, Batch batch) {
            int id = batch.schema().fields().stream()
                    .map(field -> field.name())
                    .toList()
                    .indexOf("id");
            for (int row = 0; row < batch.size(); row++) {
                seen.add(batch.column(id).getInt(row));
            }
            largest = Math.max(largest, batch.bytes());
            batch.close();
        }

        @Override
        public void altered(Stream before, Stream after, Map<String, String> renames) {
            throw new AssertionError(after + " is altered");
        }

        @Override
        public void discontinued(Stream stream, Problem why) {
            throw new AssertionError(why.toString());
        }

        @Override
        public void reject(RejectedRow row) {
            throw new AssertionError(row.toString());
        }
    }
}
