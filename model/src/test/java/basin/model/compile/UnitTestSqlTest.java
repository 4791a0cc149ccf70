package basin.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Place;
import basin.model.config.Config;
import basin.model.resource.Dependencies;
import basin.model.resource.Identity;
import basin.model.resource.ResourceType;
import basin.model.resource.UnitTest;
import basin.model.resource.UnitTestRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A unit test is one query, and its answer is compared.
final class UnitTestSqlTest {
    private static final Place.InFile PLACE = new Place.InFile(Path.of("models/tests.yml"), 3, 0);

    private final DuckDbSession duck = new DuckDbSession();
    private final ProjectText project =
            new ProjectText().model("orders", "select 1").model("totals", """
                    {{ config(materialized='incremental') }}
                    select day, sum(amount) as total, '{{ var('town', 'Bremen') }}' as town
                    from {{ ref('orders') }}
                    {% if is_incremental() %}where day > (select max(day) from {{ this }}){% endif %}
                    group by day
                    """);

    @BeforeEach
    void tables() {
        duck.execute("create table orders (day date, amount decimal(10, 2), note varchar)", false);
    }

    @AfterEach
    void close() {
        duck.close();
    }

    @Test
    void theModelIsRunOverTheRowsThatAreGiven() {
        UnitTestDifference difference = difference(test(
                List.of(given(
                        "ref('orders')",
                        Map.of("day", "2024-01-01", "amount", 2.5),
                        Map.of("day", "2024-01-01", "amount", "1"),
                        Map.of("day", "2024-01-02", "amount", 4L))),
                rows(Map.of("total", 3.5, "day", "2024-01-01"), Map.of("total", 4L, "day", "2024-01-02")),
                Map.of(),
                Map.of()));
        assertThat(difference.isNone()).isTrue();
    }

    @Test
    void whatDiffersIsShownRowByRow() {
        UnitTest test = test(
                List.of(given("ref('orders')", Map.of("day", "2024-01-01", "amount", 2L))),
                rows(Map.of("total", 3L)),
                Map.of(),
                Map.of());
        UnitTestSql sql = UnitTestSql.of(project.compiler(), test, project.node("totals"), project, duck);
        UnitTestDifference difference =
                UnitTestDifference.of(duck.execute(sql.sql(), true).table());
        assertThat(difference.isNone()).isFalse();
        assertThat(difference.text(sql.columns()).lines().toList())
                .containsExactly("| @@ | total |", "|----|-------|", "| -  | 3.00  |", "| +  | 2.00  |");
    }

    @Test
    void macrosVariablesAndTheModelItselfCanBeReplaced() {
        UnitTestDifference difference = difference(test(
                List.of(
                        given(
                                "ref('orders')",
                                Map.of("day", "2024-01-01", "amount", 1L),
                                Map.of("day", "2024-01-03", "amount", 2L)),
                        given("this", Map.of("day", "2024-01-02"))),
                rows(Map.of("total", 2L, "town", "Kiel")),
                Map.of("is_incremental", true),
                Map.of("town", "Kiel")));
        assertThat(difference.isNone()).isTrue();
    }

    @Test
    void rowsCanBeAQuery() {
        UnitTest.Given given = new UnitTest.Given(
                "ref('orders')", new UnitTestRows.Sql("select date '2024-01-01' as day, 5 as amount", null, PLACE));
        assertThat(difference(test(List.of(given), rows(Map.of("total", 5L)), Map.of(), Map.of()))
                        .isNone())
                .isTrue();
    }

    @Test
    void noRowsCanBeExpected() {
        assertThat(difference(test(List.of(given("ref('orders')")), rows(), Map.of(), Map.of()))
                        .isNone())
                .isTrue();
    }

    private UnitTestDifference difference(UnitTest test) {
        UnitTestSql sql = UnitTestSql.of(project.compiler(), test, project.node("totals"), project, duck);
        return UnitTestDifference.of(duck.execute(sql.sql(), true).table());
    }

    @SafeVarargs
    private static UnitTest.Given given(String input, Map<String, Object>... rows) {
        return new UnitTest.Given(input, rows(rows));
    }

    @SafeVarargs
    private static UnitTestRows rows(Map<String, Object>... rows) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            all.add(new LinkedHashMap<>(row));
        }
        return new UnitTestRows.Values(all, false, null, PLACE);
    }

    private static UnitTest test(
            List<UnitTest.Given> given,
            UnitTestRows expected,
            Map<String, @Nullable Object> macros,
            Map<String, @Nullable Object> vars) {
        Identity identity = new Identity(
                ResourceType.UNIT_TEST,
                "unit_test.shop.totals.sums",
                "shop",
                "sums",
                List.of("shop", "totals", "sums"),
                "tests.yml",
                "models/tests.yml",
                PLACE);
        return new UnitTest(
                identity,
                "totals",
                "model.shop.totals",
                null,
                "",
                given,
                expected,
                macros,
                vars,
                Map.of(),
                Config.EMPTY,
                Dependencies.NONE);
    }
}
