package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.Loaded;
import basin.connect.change.ChangeFeed;
import basin.connect.change.ChangeReader;
import basin.connect.change.Cut;
import basin.connect.change.Replica;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables that are loaded and followed while many write to them end up as they are at the source.
class FollowingUnderLoadTest {

    private static final int WRITERS = 3;
    private static final int KEYS = 40;
    private static final int READERS = 5;
    private static final int PATIENCE = 50;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theReplicaEqualsTheSource(long seed) throws Exception {
        Random random = new Random(seed);
        try (PostgresDatabase database = PostgresServer.shared().createDatabase();
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            database.execute(
                    "create table a (id int primary key, n int, large text)",
                    "alter table a alter large set storage external",
                    "create table b (id int, part int, name text, primary key (part, id)) partition by list (part)",
                    "create table b0 partition of b for values in (0, 2)",
                    "create table b1 partition of b for values in (1, 3)",
                    "create table late (id int primary key, n int, large text)",
                    "alter table late replica identity full");
            PostgresSource source = Databases.followed(database);
            ChangeFeed feed = source.changes().orElseThrow();
            Replica replica = new Replica();
            AtomicBoolean enough = new AtomicBoolean();
            List<Future<?>> writing = new ArrayList<>();
            try {
                for (int i = 0; i < WRITERS; i++) {
                    Random own = new Random(seed * 100 + i);
                    writing.add(writers.submit(() -> {
                        write(database, own, enough);
                        return null;
                    }));
                }
                feed.prepare();
                load(replica, source);
                replica.positions().remove("late");
                for (int i = 0; i < READERS; i++) {
                    if (i == READERS / 2) {
                        feed.prepare();
                        load(replica, source);
                    }
                    try (ChangeReader reader = feed.open(replica.positions())) {
                        for (int step = random.nextInt(4); step >= 0; step--) {
                            Cut cut = replica.step(reader, Duration.ofMillis(random.nextInt(150)));
                            if (random.nextBoolean()) {
                                reader.acknowledge(cut.position());
                            }
                        }
                    }
                }
            } finally {
                enough.set(true);
                for (Future<?> writer : writing) {
                    writer.get();
                }
            }
            try (ChangeReader reader = feed.open(replica.positions())) {
                replica.catchUp(reader);
            }
            for (String table : List.of("a", "b", "late")) {
                Set<Map<String, @Nullable Object>> extra =
                        new HashSet<>(replica.table(table).values());
                Set<Map<String, @Nullable Object>> missing = new HashSet<>(rows(source, table));
                assertThat(missing).as("rows of " + table).isNotEmpty();
                extra.removeAll(rows(source, table));
                missing.removeAll(replica.table(table).values());
                assertThat(extra).as("more in " + table).isEmpty();
                assertThat(missing).as("missing in " + table).isEmpty();
                assertThat(replica.column(table, "_position")).doesNotHaveDuplicates();
                assertThat(replica.changes(table)).isNotEmpty();
            }
            feed.remove();
        }
    }

    /// A table that is truncated while it is loaded is loaded again.
    private static void load(Replica replica, PostgresSource source) {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                replica.load(source);
                return;
            } catch (ProblemException e) {
                assertThat(e.problems()).allMatch(problem -> problem.kind() == Problem.Kind.TRANSIENT);
            }
        }
        throw new AssertionError("there is always a truncation while tables are loaded");
    }

    private static List<Map<String, @Nullable Object>> rows(PostgresSource source, String table) {
        return new ArrayList<>(
                Loaded.all(source, table).rows().stream().map(HashMap::new).toList());
    }

    /// Transactions of a few statements; some are rolled back, as a whole or in part.
    private static void write(PostgresDatabase database, Random random, AtomicBoolean enough) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set lock_timeout = '1s'");
            connection.commit();
            while (!enough.get()) {
                try {
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        Savepoint savepoint = random.nextInt(4) == 0 ? connection.setSavepoint() : null;
                        statement.execute(change(random));
                        if (savepoint != null && random.nextBoolean()) {
                            connection.rollback(savepoint);
                        }
                    }
                    if (random.nextInt(8) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                    }
                } catch (SQLException e) {
                    // A deadlock, or a key that is taken: as in life.
                    connection.rollback();
                }
            }
        }
    }

    private static String change(Random random) {
        int id = random.nextInt(KEYS);
        int other = random.nextInt(KEYS);
        int part = random.nextInt(4);
        int n = random.nextInt();
        String plain = random.nextBoolean() ? "a" : "late";
        return switch (random.nextInt(9)) {
            case 0, 1 ->
                "insert into %s values (%d, %d, repeat('%d', 700)) on conflict do nothing".formatted(plain, id, n, n);
            case 2 -> "update %s set n = %d where id = %d".formatted(plain, n, id);
            case 3 -> "update %s set id = %d where id = %d".formatted(plain, other, id);
            case 4 -> "delete from %s where id = %d".formatted(plain, id);
            case 5 -> "insert into b values (%d, %d, 'x%d') on conflict do nothing".formatted(id, part, n);
            case 6 -> "update b set part = %d where id = %d and part = %d".formatted(random.nextInt(4), id, part);
            case 7 -> "update b set name = 'y%d' where id = %d".formatted(n, id);
            default ->
                random.nextInt(100) == 0
                        ? "truncate " + plain
                        : "delete from b where id = %d and part = %d".formatted(id, part);
        };
    }
}
