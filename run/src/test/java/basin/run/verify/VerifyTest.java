package basin.run.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.connect.digest.Movement;
import basin.connect.postgres.plan.ColumnSettings;
import basin.connect.postgres.types.As;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.run.verify.Difference.Cell;
import basin.run.verify.Difference.ChangedCell;
import basin.run.verify.Difference.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What differs between source and lake is found, and nothing else.
class VerifyTest {

    private static final String ITEMS = "create table items (id int primary key, name text, price numeric(8, 2))";
    private static final String MANY_ITEMS =
            "insert into items select i, 'item ' || i, i * 0.25 from generate_series(1, 40000) i";

    private final Comparing comparing = new Comparing();

    @AfterEach
    void tearDown() {
        comparing.close();
    }

    @Test
    void aTableJustLoadedAgrees() {
        loadItems();

        TableVerdict verdict = comparing.verdict();

        assertThat(verdict.agrees()).isTrue();
        assertThat(verdict.sourceRows()).isEqualTo(40_000);
        assertThat(verdict.lakeRows()).isEqualTo(40_000);
        assertThat(verdict.pieces()).isGreaterThan(1);
    }

    @Test
    void aChangedValueIsFoundWithItsKeyAndColumn() {
        loadItems();
        comparing.tamper(
                "items", "select * replace (case when id = 777 then 'item  777' else name end as name) from t");

        TableVerdict verdict = comparing.verdict();

        assertThat(verdict.agrees()).isFalse();
        assertThat(verdict.differingPieces()).isEqualTo(1);
        assertThat(verdict.differences())
                .isEqualTo(new Differences(
                        0,
                        0,
                        1,
                        List.of(new Difference(
                                Kind.CHANGED,
                                List.of(new Cell("id", "777")),
                                List.of(new ChangedCell("name", "item 777", "item  777"))))));
    }

    @Test
    void aLostRowIsFound() {
        loadItems();
        comparing.tamper("items", "select * from t where id <> 12345");

        TableVerdict verdict = comparing.verdict();

        assertThat(verdict.sourceRows() - verdict.lakeRows()).isOne();
        assertThat(verdict.differences()).isEqualTo(new Differences(1, 0, 0, List.of(only(Kind.MISSING, "12345"))));
    }

    @Test
    void aRowThatIsThereTwiceIsFound() {
        loadItems();
        comparing.tamper("items", "select * from t union all select * from t where id = 5");

        assertThat(comparing.verdict().differences())
                .isEqualTo(new Differences(0, 1, 0, List.of(only(Kind.SURPLUS, "5"))));
    }

    @Test
    void twoErrorsThatLeaveTheSumsOfAColumnAloneAreFound() {
        loadItems();
        comparing.tamper(
                "items",
                "select * replace ((case id when 1 then price + 1 when 2 then price - 1 else price end)::decimal(8, 2) as price) from t");

        assertThat(comparing.verdict().differences().changed()).isEqualTo(2);
    }

    @Test
    void aKeyThatChangedIsMissingAndSurplus() {
        loadItems();
        comparing.tamper("items", "select * replace (case when id = 9 then 50000 else id end as id) from t");

        assertThat(comparing.verdict().differences().listed())
                .containsExactlyInAnyOrder(only(Kind.MISSING, "9"), only(Kind.SURPLUS, "50000"));
    }

    @Test
    void allDifferencesAreCountedAndSomeAreListed() {
        loadItems();
        comparing.tamper("items", "select * replace (upper(name) as name) from t");

        Differences differences = comparing.verdict().differences();

        assertThat(differences.changed()).isEqualTo(40_000);
        assertThat(differences.listed()).hasSize(10).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100, 39_999})
    void howeverManyRowsDifferEachIsFound(int rows) {
        loadItems();
        String chosen = "mod(id * 7919, 40000) < " + rows;
        comparing.tamper("items", """
                select * replace (case when %1$s and id %% 3 = 0 then 'x' else name end as name)
                from t where not (%1$s and id %% 3 = 1)
                union all select * from t where %1$s and id %% 3 = 2
                """.formatted(chosen));

        Differences differences = comparing.verdict().differences();

        int[] kinds = new int[3];
        for (long id = 1; id <= 40_000; id++) {
            kinds[(int) (id % 3)] += id * 7919 % 40_000 < rows ? 1 : 0;
        }
        assertThat(differences.changed()).isEqualTo(kinds[0]);
        assertThat(differences.missing()).isEqualTo(kinds[1]);
        assertThat(differences.surplus()).isEqualTo(kinds[2]);
        assertThat(differences.listed()).hasSize(Math.min(10, rows));
    }

    @Test
    void nullIsNotTheTextThatStandsForIt() {
        comparing.execute(ITEMS, "insert into items values (1, null, 1), (2, '~', 2), (3, '', 3)");
        comparing.sync();
        assertThat(comparing.verdict().agrees()).isTrue();
        comparing.tamper("items", "select * replace (nullif(coalesce(name, '~'), '') as name) from t");

        assertThat(comparing.verdict().differences().listed())
                .containsExactlyInAnyOrder(
                        changed("1", new ChangedCell("name", null, "~")),
                        changed("3", new ChangedCell("name", "", null)));
    }

    @Test
    void rowsOfATableWithoutAKeyAreComparedAsAWhole() {
        comparing.execute(
                "create table events (what text, at timestamp)",
                "insert into events select 'click', '2024-05-01' from generate_series(1, 3)",
                "insert into events values ('view', '2024-05-02'), (null, null), (null, null)");
        comparing.sync();
        assertThat(comparing.verdict().agrees()).isTrue();
        comparing.tamper("events", "select distinct * from t union all select 'view', null");

        Differences differences = comparing.verdict().differences();

        assertThat(differences.missing()).isEqualTo(3);
        assertThat(differences.surplus()).isOne();
        assertThat(differences.changed()).isZero();
        assertThat(differences.listed())
                .contains(new Difference(
                        Kind.MISSING,
                        List.of(new Cell("what", "click"), new Cell("at", "2024-05-01 00:00:00")),
                        List.of()));
    }

    @Test
    void emptyTablesAgree() {
        comparing.execute(ITEMS);
        comparing.sync();

        TableVerdict verdict = comparing.verdict();

        assertThat(verdict.agrees()).isTrue();
        assertThat(verdict.sourceRows()).isZero();
    }

    @Test
    void partitionsAreComparedAsOneTable() {
        comparing.execute(
                "create table sales (id int, day date, primary key (id, day)) partition by range (day)",
                "create table sales_2024 partition of sales for values from ('2024-01-01') to ('2025-01-01')",
                "create table sales_2025 partition of sales for values from ('2025-01-01') to ('2026-01-01')",
                "insert into sales select i, date '2024-01-01' + i from generate_series(1, 600) i");
        comparing.sync();
        comparing.tamper("sales", "select * from t where id <> 366");

        TableVerdict verdict = comparing.verdict();

        assertThat(verdict.sourceRows()).isEqualTo(600);
        assertThat(verdict.differences().listed())
                .containsExactly(new Difference(
                        Kind.MISSING, List.of(new Cell("id", "366"), new Cell("day", "2025-01-01")), List.of()));
    }

    @Test
    void rowsInQuarantineAreNotMissing() {
        comparing.execute(ITEMS, "insert into items values (1, 'a', 1), (2, 'b', 'NaN'), (3, 'c', 3)");
        comparing.sync();

        TableVerdict verdict = comparing.verdict();

        assertThat(verdict.agrees()).isTrue();
        assertThat(verdict.sourceRows()).isEqualTo(3);
        assertThat(verdict.lakeRows()).isEqualTo(2);
        assertThat(verdict.unfit()).isOne();
        assertThat(verdict.quarantined()).isOne();
    }

    @Test
    void aRowThatShouldBeInQuarantineAndIsNotIsNoAgreement() {
        comparing.execute(ITEMS, "insert into items values (1, 'a', 1)");
        comparing.sync();
        comparing.execute("insert into items values (2, 'b', 'NaN')");

        assertThat(comparing.verdict().agrees()).isFalse();
    }

    @Test
    void whatTheSourceChangedSinceIsADifference() {
        comparing.execute(ITEMS, "insert into items values (1, 'a', 1), (2, 'b', 2)");
        comparing.sync();
        comparing.execute("set synchronous_commit = on", "update items set price = 3 where id = 2");

        TableVerdict verdict = comparing.verdict();

        assertThat(verdict.movement()).isEqualTo(Movement.FORWARD);
        assertThat(verdict.differences().listed())
                .containsExactly(changed("2", new ChangedCell("price", "3.00", "2.00")));
    }

    @Test
    void aTableThatIsNotThereAnyMoreIsAProblem() {
        comparing.execute(ITEMS, "create table old (id int)");
        comparing.sync();
        comparing.execute("drop table old");

        VerifyReport report = comparing.verify();

        assertThat(report.agrees()).isFalse();
        assertThat(report.verdicts()).hasSize(1).allMatch(TableVerdict::agrees);
        assertThat(report.problems())
                .extracting(Problem::what)
                .containsExactly("the lake has this table, and the source does not");
        assertThat(comparing.verify("items").agrees()).isTrue();
    }

    @Test
    void aTableThatWasNeverLoadedIsAProblem() {
        comparing.execute(ITEMS);

        assertThat(comparing.verify().problems())
                .extracting(Problem::what)
                .containsExactly("the table is not in the lake yet");
    }

    @Test
    void aColumnThatIsNotThereAnyMoreIsAProblemUntilTheNextLoad() {
        comparing.execute(ITEMS, "insert into items values (1, 'a', 1)");
        comparing.sync();
        comparing.execute("alter table items drop column name");

        assertThat(comparing.verify().problems())
                .extracting(Problem::what)
                .containsExactly("the table has values in a column 'name' that the source does not have");

        comparing.sync();
        assertThat(comparing.verdict().agrees()).isTrue();
    }

    @Test
    void aNewColumnIsAProblemUntilTheNextLoad() {
        comparing.execute(ITEMS, "insert into items values (1, 'a', 1)");
        comparing.sync();
        comparing.execute("alter table items add column colour text default 'red'");

        assertThat(comparing.verify().problems())
                .extracting(Problem::what)
                .containsExactly("the source has a column 'colour' that the table does not have");

        comparing.sync();
        assertThat(comparing.verdict().agrees()).isTrue();
    }

    @Test
    void aColumnThatIsWiderInTheLakeAgrees() {
        comparing.execute("create table ratios (id bigint primary key, ratio double precision)");
        comparing.sync();
        comparing.execute("alter table ratios alter id type int, alter ratio type real");
        comparing.execute("insert into ratios values (1, 0.1), (2, 'NaN'), (3, '-infinity'), (4, '-0')");
        comparing.sync();

        assertThat(comparing.verdict().agrees()).isTrue();
    }

    @Test
    void columnsThatAreLoadedAsSomethingElseAgree() {
        comparing.execute(
                "create table oddities (id int primary key, a text, b char(4), c uuid, d time, e numeric, f timestamp)",
                "insert into oddities values (1, 'ä;', 'x', gen_random_uuid(), '23:59:59.999999', 1.25, 'infinity')",
                "insert into oddities values (2, '', '', gen_random_uuid(), '24:00', 1.2500, '294276-01-01')",
                "insert into oddities values (3, null, null, null, null, 1.23456, null)",
                "insert into oddities values (4, '~', '~', null, '00:00', -99999999.99, '2024-01-01')");
        Map<String, ColumnSettings> columns = Map.of(
                "public.oddities",
                new ColumnSettings(
                        List.of(),
                        List.of(),
                        Map.of(
                                "a", new As.Binary(),
                                "b", new As.Binary(),
                                "c", new As.Uuid(),
                                "d", new As.Time(),
                                "e", As.parse("decimal(10, 2)"),
                                "f", new As.PlainText())));
        comparing.sync(columns);

        VerifyReport report = comparing.verify(columns);

        assertThat(report.agrees()).as("%s", report).isTrue();
        assertThat(report.verdicts()).extracting(TableVerdict::unfit).containsExactly(2L);
    }

    @Test
    void aTableNobodyKnowsIsAnsweredWithOneThatIsMeant() {
        comparing.execute(ITEMS);

        assertThatThrownBy(() -> comparing.verify("itmes"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().getFirst().remedy()).contains("items"));
    }

    private void loadItems() {
        comparing.execute(ITEMS, MANY_ITEMS);
        comparing.sync();
    }

    private static Difference only(Kind kind, String id) {
        return new Difference(kind, List.of(new Cell("id", id)), List.of());
    }

    private static Difference changed(String id, ChangedCell cell) {
        return new Difference(Kind.CHANGED, List.of(new Cell("id", id)), List.of(cell));
    }
}
