package basin.run.verify;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.Stream;
import basin.run.verify.Difference.Cell;
import basin.run.verify.Difference.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What differs in a table into which changes were merged.
class VerifyIncrementalTest {

    private final Comparing comparing = new Comparing().by("public.items", "version");

    @BeforeEach
    void loadAndMerge() {
        comparing.execute(
                "create table items (id int primary key, name text, version int not null)",
                "insert into items select i, 'item ' || i, i from generate_series(1, 20000) i");
        comparing.sync();
        comparing.execute(
                "update items set name = 'new ' || id, version = 30000 + id where id % 10 = 0",
                "insert into items select i, 'later', i from generate_series(40001, 40100) i");
        comparing.sync();
    }

    @AfterEach
    void tearDown() {
        comparing.close();
    }

    @Test
    void whatWasMergedAgrees() {
        TableVerdict verdict = comparing.verdict();

        assertThat(verdict.mode()).isEqualTo(Stream.Mode.INCREMENTAL);
        assertThat(verdict.agrees()).isTrue();
        assertThat(verdict.sourceRows()).isEqualTo(20_100);
        assertThat(verdict.lakeRows()).isEqualTo(20_100);
    }

    @Test
    void rowsThatTheSourceDeletedAreTooManyInTheLake() {
        comparing.execute("delete from items where id in (10, 11)");
        comparing.sync();

        assertThat(comparing.verdict().differences())
                .isEqualTo(new Differences(
                        0,
                        2,
                        0,
                        List.of(
                                new Difference(Kind.SURPLUS, List.of(new Cell("id", "10")), List.of()),
                                new Difference(Kind.SURPLUS, List.of(new Cell("id", "11")), List.of()))));
    }

    @Test
    void theQuarantineAgreesOnceACorrectedRowWasReadAgain() {
        comparing.execute(
                "alter table items add price numeric(5, 2)",
                "update items set price = 'NaN', version = 60000 + id where id < 3");
        comparing.sync();
        assertThat(comparing.verdict().agrees()).isTrue();
        comparing.execute("update items set price = 1, version = 70000 where id = 1");
        comparing.sync();

        TableVerdict verdict = comparing.verdict();

        assertThat(verdict.agrees()).isTrue();
        assertThat(verdict.quarantined()).isOne();
    }

    @Test
    void aRowInQuarantineThatTheSourceDeletedIsOneTooMany() {
        comparing.execute(
                "alter table items add price numeric(5, 2)",
                "update items set price = 'NaN', version = 60000 + id where id < 3");
        comparing.sync();
        comparing.execute("delete from items where id = 1");
        comparing.sync();

        TableVerdict verdict = comparing.verdict();

        assertThat(verdict.quarantineAgrees()).isFalse();
        assertThat(verdict.agrees()).isFalse();
    }

    @Test
    void aRowThatAMergeLeftTwiceWouldBeFound() {
        comparing.tamper("items", "select * from t union all select 20, 'item 20', 20");

        assertThat(comparing.verdict().differences().surplus()).isOne();
    }
}
