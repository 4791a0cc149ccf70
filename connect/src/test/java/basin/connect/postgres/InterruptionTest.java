package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.connect.ChunkRows;
import basin.connect.Loaded;
import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.connect.postgres.connection.ConnectionSettings;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Batch;
import basin.core.settings.DataSize;
import basin.core.stream.Chunk;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens to a load when somebody gets in its way: one clear problem, and the other tables go on.
class InterruptionTest {

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();

    @BeforeEach
    void fill() {
        database.execute(
                "create table orders (id int primary key, filling text)",
                "insert into orders select i, repeat('x', 1000) from generate_series(1, 20000) i",
                "create table others (id int)",
                "insert into others values (1)");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aDroppedTableConcernsNoOther() {
        try (SourceSnapshot snapshot = source().snapshot()) {
            List<Chunk> chunks = snapshot.chunks(Loaded.stream(snapshot, "orders"), null);
            database.execute("drop table orders");
            assertTableProblem(
                    () -> new Loaded().read(snapshot, Loaded.stream(snapshot, "orders"), chunks.getFirst()),
                    "dropped or renamed");
            assertThat(Loaded.all(snapshot, "others").rows()).hasSize(1);
        }
    }

    @Test
    void aDroppedColumnIsToldByName() {
        try (SourceSnapshot snapshot = source().snapshot()) {
            snapshot.chunks(Loaded.stream(snapshot, "orders"), null);
            database.execute("alter table orders drop column filling");
            assertTableProblem(() -> Loaded.all(snapshot, "orders"), "filling");
        }
    }

    @Test
    void aTableThatIsTruncatedOrRewrittenIsNotTakenForEmpty() {
        for (String change : List.of(
                "truncate orders",
                "vacuum full orders",
                "alter table orders alter column id type bigint",
                "create table o (like orders); drop table orders; alter table o rename to orders")) {
            database.execute(
                    "truncate orders",
                    "insert into orders select i, repeat('x', 1000) from generate_series(1, 20000) i");
            try (SourceSnapshot snapshot = source().snapshot()) {
                List<Chunk> chunks = snapshot.chunks(Loaded.stream(snapshot, "orders"), null);
                database.execute(change);
                assertTableProblem(
                        () -> new Loaded().read(snapshot, Loaded.stream(snapshot, "orders"), chunks.getLast()),
                        "dropped, truncated or rewritten");
            }
        }
    }

    @Test
    void aTableThatIsTruncatedBeforeItsChunksArePlannedIsNotTakenForEmptyEither() {
        try (SourceSnapshot snapshot = source().snapshot()) {
            database.execute("truncate orders");
            assertTableProblem(() -> Loaded.all(snapshot, "orders"), "dropped, truncated or rewritten");
        }
    }

    @Test
    void aTableIsNotLockedBetweenTwoChunks() {
        try (SourceSnapshot snapshot = source().snapshot()) {
            Stream orders = Loaded.stream(snapshot, "orders");
            new Loaded().read(snapshot, orders, snapshot.chunks(orders, null).getFirst());
            database.execute("set lock_timeout = '1s'", "alter table orders add column more int");
            assertThat(Loaded.all(snapshot, "orders").rows()).hasSize(20_000);
        }
    }

    @Test
    void aTableThatSomebodyHasLockedIsNotWaitedForForEver() throws SQLException {
        ConnectionSettings patient = Databases.connection(database);
        ConnectionSettings impatient = new ConnectionSettings(
                patient.host(),
                patient.port(),
                patient.database(),
                patient.user(),
                patient.password(),
                patient.sslmode(),
                patient.sslrootcert(),
                Map.of("lock_timeout", "100ms"));
        PostgresSource source = new PostgresSource("shop", Databases.settings(impatient, Map.of(), "public.*"));
        try (SourceSnapshot snapshot = source.snapshot();
                Connection other = database.connect();
                Statement lock = other.createStatement()) {
            lock.execute("begin; lock table orders");
            assertTableProblem(() -> Loaded.all(snapshot, "orders"), "locked by somebody else");
            lock.execute("rollback");
            assertThat(Loaded.all(snapshot, "orders").rows()).hasSize(20_000);
        }
    }

    @Test
    void aQueryThatIsCancelledMayBeTriedAgain() {
        try (SourceSnapshot snapshot = inOneChunk().snapshot()) {
            Stream orders = Loaded.stream(snapshot, "orders");
            Chunk chunk = snapshot.chunks(orders, null).getFirst();
            try (ChunkRows rows = snapshot.read(orders, chunk, _ -> {})) {
                database.execute(backends("pg_cancel_backend", "active"));
                assertTableProblem(() -> readOn(rows), "cancelled");
            }
            assertThat(Loaded.all(snapshot, "orders").rows()).hasSize(20_000);
        }
    }

    @Test
    void aServerThatEndsTheConnectionIsToldAsSuch() {
        try (SourceSnapshot snapshot = inOneChunk().snapshot()) {
            Stream orders = Loaded.stream(snapshot, "orders");
            Chunk chunk = snapshot.chunks(orders, null).getFirst();
            try (ChunkRows rows = snapshot.read(orders, chunk, _ -> {})) {
                database.execute(backends("pg_terminate_backend", "active"));
                assertServiceProblem(() -> readOn(rows), "connection");
            }
        }
    }

    @Test
    void aLostSnapshotIsToldAsSuch() {
        try (SourceSnapshot snapshot = source().snapshot()) {
            database.execute(backends("pg_terminate_backend", "idle in transaction"));
            assertServiceProblem(() -> Loaded.all(snapshot, "orders"), "the snapshot is lost");
        }
    }

    @Test
    void aConnectionThatIsCutIsWaitedFor() {
        try (CuttableWire wire = new CuttableWire(database.host(), database.port())) {
            PostgresSource source = new PostgresSource(
                    "shop",
                    Databases.settings(
                            Databases.connection("localhost", wire.port(), database.name()), Map.of(), "public.*"));
            try (SourceSnapshot snapshot = source.snapshot()) {
                wire.cutAfter(500_000);
                assertServiceProblem(() -> Loaded.all(snapshot, "orders"), "the connection was cut");
            }
            wire.cutAfter(Long.MAX_VALUE);
            assertThat(Loaded.all(source, "orders").rows()).hasSize(20_000);
        }
    }

    private PostgresSource source() {
        return new PostgresSource("shop", Databases.settings(database));
    }

    /// More than fits between the server and us, so that it waits for us in the middle.
    private PostgresSource inOneChunk() {
        return new PostgresSource(
                "shop",
                Databases.settings(Databases.connection(database), Map.of(), DataSize.parse("1GiB"), "public.*"));
    }

    private String backends(String function, String state) {
        return "select %s(pid) from pg_stat_activity where datname = '%s' and application_name = 'basin' and state = '%s'"
                .formatted(function, database.name(), state);
    }

    private static void readOn(ChunkRows rows) {
        for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
            batch.close();
        }
    }

    private static void assertTableProblem(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.place()).isEqualTo(new Place.InTable("public.orders"));
                assertThat(problem.kind()).isEqualTo(Problem.Kind.TRANSIENT);
            });
            assertThat(e).hasMessageContaining(words);
        });
    }

    private static void assertServiceProblem(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.place()).isInstanceOf(Place.Service.class);
                assertThat(problem.kind()).isEqualTo(Problem.Kind.TRANSIENT);
            });
            assertThat(e).hasMessageContaining(words);
        });
    }
}
