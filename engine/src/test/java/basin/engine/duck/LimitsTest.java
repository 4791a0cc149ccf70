package basin.engine.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Batch;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.engine.Cancellation;
import basin.engine.QueryOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a query may take of time, memory and patience.
class LimitsTest {

    /// A query that would run for hours.
    private static final String ENDLESS =
            "SELECT count(*) FROM range(1000000) a(i), range(1000000) b(j) WHERE a.i * b.j % 7 = 1";

    @TempDir
    static Path temp;

    private static Shop shop;

    @BeforeAll
    static void fill() {
        shop = Shop.filled(temp);
    }

    @AfterAll
    static void empty() {
        shop.close();
    }

    @Test
    void aQueryIsCancelledFromAnotherThread() throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        CountDownLatch started = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> answer = threads.submit(() -> {
                started.countDown();
                return shop.lines(ENDLESS, QueryOptions.usual().withCancellation(cancellation));
            });
            started.await();
            cancellation.cancel();

            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .rootCause()
                    .hasMessageContaining("cancelled");
        }
        assertThat(shop.rows("SELECT count(*) FROM shop.orders")).containsExactly("12");
    }

    @Test
    void aQueryIsCancelledWhileItsRowsAreRead() {
        Cancellation cancellation = new Cancellation();
        QueryOptions options = QueryOptions.usual().withCancellation(cancellation);
        try (Rows rows = shop.engine.query("FROM range(1000000000)", options)) {
            readOne(rows);
            cancellation.cancel();

            assertThatThrownBy(() -> Shop.read(rows)).hasMessageContaining("cancelled");
        }
    }

    @Test
    void whatWasCancelledBeforehandNeverRuns() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        assertThatThrownBy(() -> shop.lines(ENDLESS, QueryOptions.usual().withCancellation(cancellation)))
                .hasMessageContaining("cancelled");
    }

    @Test
    void aQueryEndsWhenItsTimeIsUp() {
        QueryOptions options = QueryOptions.usual().withTimeout(Duration.ofMillis(50));

        assertThatThrownBy(() -> shop.lines(ENDLESS, options))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.what()).contains("longer than")));
    }

    @Test
    void aQueryThatNeedsMoreMemoryThanThereIsSaysSo() {
        assertThatThrownBy(() -> shop.lines("SELECT length(string_agg(i::VARCHAR, ',')) FROM range(200000000) t(i)"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.what()).contains("memory");
                            assertThat(problem.remedy()).contains("ask for less");
                            assertThat(problem.exit()).isEqualTo(Problem.Exit.FAILED);
                        }));
        assertThat(shop.rows("SELECT 1")).containsExactly("1");
    }

    @Test
    void aQueryWithLittleMemorySpillsAndAnswersAllTheSame() {
        String sql = "SELECT count(*) FROM (SELECT DISTINCT i % 500000 AS k, i::VARCHAR AS v FROM range(500000) t(i))";

        assertThat(shop.lines(sql, QueryOptions.usual().withMemory(16 << 20)).getLast())
                .isEqualTo("500000");
    }

    @Test
    void rowsThatNobodyWantsAreNeverMade() {
        try (Rows rows = shop.engine.query("FROM range(1000000000000)", QueryOptions.usual())) {
            readOne(rows);
        }
        assertThat(shop.rows("SELECT 1")).containsExactly("1");
    }

    @Test
    void closingTheEngineEndsItsQueries(@TempDir Path folder) {
        Shop other = new Shop(folder);
        try (Rows rows = other.engine.query("FROM range(1000000000000)", QueryOptions.usual())) {
            readOne(rows);
            other.close();

            assertThatThrownBy(() -> Shop.read(rows)).hasMessageContaining("cancelled");
        }
    }

    @Test
    void queriesRunSideBySideEachInItsOwnState() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> answers = List.of("january", "february", "march").stream()
                    .flatMap(tag -> List.of(tag, tag, tag).stream())
                    .map(tag -> threads.submit(
                            () -> shop.rows("SELECT count(*) FROM shop.orders AT (VERSION => '" + tag + "')")))
                    .toList();
            List<String> counts = new ArrayList<>();
            for (Future<List<String>> answer : answers) {
                counts.addAll(answer.get());
            }
            assertThat(counts).containsExactly("4", "4", "4", "8", "8", "8", "12", "12", "12");
        }
    }

    @Test
    void twoQueriesAreReadInTurns() {
        try (Rows one = shop.engine.query("FROM range(100000)", QueryOptions.usual());
                Rows other = shop.engine.query("SELECT id FROM shop.orders", QueryOptions.usual())) {
            int ofOne = readOne(one);
            int ofOther = readOne(other);

            assertThat(ofOne + Shop.read(one).size()).isEqualTo(100_000);
            assertThat(ofOther + Shop.read(other).size()).isEqualTo(12);
        }
    }

    @Test
    void noQuerysOwnDatabaseTakesTheNameOfASource() {
        for (int i = 1; i <= 20; i++) {
            shop.append(
                    shop.create("q" + i, "orders", Schema.of(Field.optional("n", Type.Primitive.INT))),
                    "SELECT " + i + "::INTEGER AS n");
        }
        for (int i = 1; i <= 20; i++) {
            assertThat(shop.rows("SELECT n FROM q" + i + ".orders")).containsExactly(String.valueOf(i));
        }
    }

    private static int readOne(Rows rows) {
        try (Batch batch = rows.next()) {
            return batch == null ? 0 : batch.size();
        }
    }
}
