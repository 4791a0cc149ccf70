package basin.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Batch;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueryTest {

    /// Runs for minutes without returning a row.
    private static final String ENDLESS = "select i from range(100_000_000_000) t(i) where i < 0";

    @TempDir
    Path temp;

    private Duck duck;
    private DuckConnection connection;

    @BeforeEach
    void open() {
        duck = Duck.open(new DuckSettings(100_000_000, temp, 1L << 20, 2));
        connection = duck.connect();
    }

    @AfterEach
    void close() {
        connection.close();
        duck.close();
    }

    @Test
    void typesWithoutAWordOfTheirOwnComeAsTheNearestThatKeepsTheirValues() {
        assertThat(connection.fetch("select 1::tinyint, 4294967295::uinteger, 18446744073709551615::ubigint, "
                        + "sum(1), 'a'::enum('a', 'b'), interval 1 day, [1, 2]::integer[2], null, "
                        + "timestamp_ns '2026-01-01 00:00:00.123456000', {'x': interval 2 hour, 'y': [3::utinyint]}"))
                .isEqualTo(List.of(java.util.Arrays.asList(
                        1,
                        4294967295L,
                        new BigDecimal("18446744073709551615"),
                        new BigDecimal(1),
                        "a",
                        "1 day",
                        List.of(1, 2),
                        null,
                        java.time.LocalDateTime.parse("2026-01-01T00:00:00.123456"),
                        java.util.Map.of("x", "02:00:00", "y", List.of(3)))));
    }

    @Test
    void columnsOfOneNameAreNumbered() {
        try (Rows rows = connection.query("select 1 as a, 2 as a, 3 as a")) {
            assertThat(rows.schema().fields()).extracting(Field::name).containsExactly("a", "a_1", "a_2");
        }
    }

    @Test
    void orderSurvivesTheCastOfATypeOfDuckDbsOwn() {
        var rows = connection.fetch("select i::utinyint from range(200) t(i) order by i desc ;");
        assertThat(rows).hasSize(200);
        assertThat(rows.getFirst()).isEqualTo(List.of(199));
        assertThat(rows.getLast()).isEqualTo(List.of(0));
    }

    @Test
    void statementsThatReturnNoColumnsOrTextsAreQueriesToo() {
        assertThat(connection.fetch("create table t(n integer)")).isEmpty();
        assertThat(connection.fetch("insert into t values (1), (2)")).isEqualTo(List.of(List.of(2L)));
        assertThat(connection.fetch("explain from t")).isNotEmpty();
        assertThat(connection.fetch("describe t")).hasSize(1);
    }

    @Test
    void aResultIsReadAsItIsComputedAndMayBeLeft() {
        try (Rows rows = connection.query("select i, repeat('x', 1000) as s from range(1_000_000_000) t(i)");
                Batch first = Objects.requireNonNull(rows.next())) {
            assertThat(first.size()).isPositive();
            assertThat(first.column(0).type()).isEqualTo(Type.Primitive.LONG);
        }
        assertThat(connection.fetch("select 1")).isEqualTo(List.of(List.of(1)));
    }

    @Test
    void aMistakeInTheStatementIsTheCallersToCorrect() {
        assertThatThrownBy(() -> connection.fetch("select nothing from nowhere"))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(2);
                    assertThat(e).hasMessageContaining("nowhere does not exist");
                });
    }

    @Test
    void oneStatementAtATime() {
        assertThatThrownBy(() -> connection.fetch("select 1; select 2"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("multiple statements");
    }

    @Test
    void anErrorHalfWayComesOutOfNext() {
        try (Rows rows = connection.query("select if(i = 100000, error('bad value'), i) from range(200000) t(i)")) {
            assertThatThrownBy(() -> readAll(rows))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("bad value");
        }
    }

    @Test
    void tooLittleMemoryIsSaidInPlainWords() {
        assertThatThrownBy(() -> connection.fetch("select list(i) from range(100_000_000) t(i)"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::what)
                                .first()
                                .isIn(
                                        "the memory limit is too small for this",
                                        "the temporary folder has reached its limit"));
    }

    @Test
    void aRunningStatementIsCancelledFromAnotherThread() throws InterruptedException {
        Thread cancelling = Thread.ofPlatform().start(connection::cancel);
        assertThatThrownBy(() -> connection.fetch(ENDLESS))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the statement was cancelled");
        cancelling.join();
        assertThatThrownBy(() -> connection.fetch("select 1")).hasMessageContaining("the statement was cancelled");
    }

    @Test
    void rowsBeingReadAreCancelledToo() throws InterruptedException {
        try (Rows rows = connection.query("from range(100_000_000_000)")) {
            Objects.requireNonNull(rows.next()).close();
            Thread cancelling = Thread.ofPlatform().start(connection::cancel);
            assertThatThrownBy(() -> readAll(rows)).hasMessageContaining("the statement was cancelled");
            cancelling.join();
        }
    }

    @Test
    void aStatementEndsAtItsTimeLimit() {
        connection.stopAfter(Duration.ofMillis(50));
        assertThatThrownBy(() -> connection.fetch(ENDLESS))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("took longer than 50 ms");
    }

    @Test
    void cancellingAClosedConnectionDoesNothing() {
        DuckConnection closed = duck.connect();
        closed.close();
        closed.cancel();
        assertThat(connection.fetch("select 1")).isEqualTo(List.of(List.of(1)));
    }

    private static void readAll(Rows rows) {
        for (boolean more = true; more; ) {
            try (Batch batch = rows.next()) {
                more = batch != null;
            }
        }
    }
}
