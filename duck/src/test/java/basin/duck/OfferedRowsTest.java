package basin.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Rows;
import basin.duck.arrow.ArrowStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that statements read, with two threads, whatever becomes of the statements.
final class OfferedRowsTest {

    @TempDir
    Path temp;

    private Duck duck;
    private DuckConnection connection;

    @BeforeEach
    void open() {
        duck = Duck.open(new DuckSettings(256L << 20, temp, 1L << 30, 2));
        connection = duck.connect();
    }

    @AfterEach
    void close() {
        connection.close();
        duck.close();
        assertThat(ArrowStream.open())
                .as("streams and batches that were not given back")
                .isZero();
    }

    @Test
    void aStatementMayJoinSortAndKeepThem() {
        try (Rows rows = new Numbers(100_000);
                OfferedRows offered = connection.offer(rows)) {
            connection.execute("create temp table kept as from " + offered.name() + " order by n desc");
        }
        assertThat(connection.fetch("select count(*), min(n), max(n), max(length(text)) from kept"))
                .isEqualTo(List.of(List.of(100_000L, 0L, 99_999L, 10L)));
    }

    @Test
    void aStatementMayStopReadingThem() {
        try (Rows rows = new Numbers(10_000_000);
                OfferedRows offered = connection.offer(rows)) {
            assertThat(connection.fetch("select n from " + offered.name() + " limit 3"))
                    .hasSize(3);
        }
    }

    @Test
    void aStatementMayNeverReadThem() {
        try (Rows rows = new Numbers(10);
                OfferedRows offered = connection.offer(rows)) {
            assertThatThrownBy(() -> connection.fetch("select nothing from " + offered.name()))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aStatementMayFailWhileItReadsThem() {
        try (Rows rows = new Numbers(1_000_000);
                OfferedRows offered = connection.offer(rows)) {
            assertThatThrownBy(() -> connection.fetch(
                            "select sum(if(n = 500000, error('bad value'), n)) from " + offered.name()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("bad value");
        }
    }

    @Test
    void whatTheyThrowComesOutOfTheStatement() {
        ProblemException lost =
                new ProblemException(Problem.interrupted("the connection was lost", new Place.Service("shop")));
        try (Rows rows = new Numbers(100_000, 10, lost);
                OfferedRows offered = connection.offer(rows)) {
            assertThatThrownBy(() -> connection.execute("create temp table t as from " + offered.name()))
                    .isSameAs(lost);
        }
        assertThat(connection.fetch("select 1")).isEqualTo(List.of(List.of(1)));
    }

    @Test
    void anErrorOfTheVirtualMachineComesOutToo() {
        AssertionError broken = new AssertionError("broken");
        try (Rows rows = new BrokenRows(broken);
                OfferedRows offered = connection.offer(rows)) {
            assertThatThrownBy(() -> connection.fetch("from " + offered.name())).isSameAs(broken);
        }
    }

    @Test
    void theyLeaveNoTraceInTheInstance() {
        try (Rows rows = new Numbers(10);
                OfferedRows offered = connection.offer(rows)) {
            assertThat(connection.fetch("from " + offered.name())).hasSize(10);
        }
        assertThat(connection.fetch("select view_name from duckdb_views() where not internal"))
                .isEmpty();
    }

    @Test
    void aCancelledConnectionLetsGoOfThem() {
        try (Rows rows = new Numbers(10);
                OfferedRows offered = connection.offer(rows)) {
            connection.cancel();
            assertThatThrownBy(() -> connection.fetch("from " + offered.name()))
                    .hasMessageContaining("the statement was cancelled");
        }
        try (DuckConnection other = duck.connect()) {
            assertThat(other.fetch("select view_name from duckdb_views() where not internal"))
                    .isEmpty();
        }
    }
}
