package basin.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Place;
import basin.core.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryReaderTest {

    @TempDir
    static Path temp;

    private DuckParser parser;
    private QueryReader reader;

    @BeforeAll
    void start() {
        parser = new DuckParser(temp);
        reader = new QueryReader(parser);
    }

    @AfterAll
    void stop() {
        parser.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select 1                                                                      | []
            from shop.orders                                                              | [shop.orders]
            table shop.orders                                                             | [shop.orders]
            select * from Shop."Or ders" o, orders                                        | [Shop.Or ders, orders]
            select (select max(x) from a.b), exists (from c.d) where 1 in (from e.f)      | [a.b, c.d, e.f]
            select 1 limit (select n from a.b)                                            | [a.b]
            values ((select 1 from a.b))                                                  | [a.b]
            from a.b union all by name (from c.d except from e.f)                         | [a.b, c.d, e.f]
            from a.b, lateral (from c.d where d.x = b.x)                                  | [a.b, c.d]
            from a.b semi join c.d using (x) asof join e.f using (y)                      | [a.b, c.d, e.f]
            select sum(x) over (order by (select 1 from a.b)) from c.d                    | [a.b, c.d]
            from a.b select x qualify row_number() over (partition by (from c.d)) = 1     | [a.b, c.d]
            from a.b pivot (sum(x) for s in ('a', 'b') group by y)                        | [a.b]
            pivot a.b on s in ('a', 'b') using sum(x)                                     | [a.b]
            unpivot a.b on x, y into name n value v                                       | [a.b]
            from a.b, unnest([1, 2]), range((select max(x) from c.d))                     | [a.b, c.d]
            describe a.b                                                                  | [a.b]
            describe from a.b                                                             | [a.b]
            summarize a.b                                                                 | [a.b]
            explain from a.b                                                              | [a.b]
            explain analyze from a.b                                                      | [a.b]
            explain (analyze, format json) from a.b                                       | [a.b]
            explain (from a.b)                                                            | [a.b]
            show tables                                                                   | [information_schema.tables]
            show tables from shop                                                         | [information_schema.tables]
            show schemas                                                                  | [information_schema.schemata]
            """)
    void everyTableOfAQueryIsFound(String sql, String tables) {
        assertThat(tables(sql)).hasToString(tables);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            with t as (from a.b) from t                                                   | [a.b]
            with t as (from a.b), u as (from t) from t, u                                 | [a.b]
            with T as (select 1) from t                                                   | []
            with t as (from u), u as (select 1) from t                                    | [u]
            with t as (from t) from t                                                     | [t]
            with t as (select 1) from shop.t                                              | [shop.t]
            with t as (select 1) from (with u as (from t) from u, t)                      | []
            from (with t as (select 1) from t), t                                         | [t]
            select (with t as (select 1) from t) from t                                   | [t]
            with recursive t(n) as (select 1 union all select n + 1 from t, a.b) from t   | [a.b]
            with recursive t(n) using key (n) as (select 1 union select n + 1 from recurring.t) from t | []
            with recursive t as (from t union all from t) from t                          | [t]
            with recursive t as (from t union from t where false) from t                  | [t]
            with recursive t as (from t) from t                                           | [t]
            with recursive t as (from t except from t) from t                             | [t, t]
            with recursive t as materialized (from t union all from t) from t             | [t]
            with recursive t(n) using key (n) as (from t union all from recurring.t) from t | [t]
            with recursive t as ((select 1 union all from t) union all from t) from t     | [t]
            with recursive t as (select 1 union all (from t union all from t)) from t     | []
            with recursive t as (select 1 union all (with u as (from t) from u)) from t   | []
            with recursive t as (with t as (from t) from t union all from t) from t       | [t]
            with recursive t as (from u union all from t), u as (select 1) from t         | [u]
            with recursive u as (from t union all from u), t as (from u union all from t) from t | [t]
            with t as (select 1) from (with recursive t as (from t union all from t) from t) | []
            with t as (select 1) from (with t as (from t) from t)                         | []
            with t as (select 1) from recurring.t                                         | [recurring.t]
            with recursive t as (select 1 union all from t) from recurring.t              | [recurring.t]
            with recursive t as (from recurring.t union all from t) from t                | [recurring.t]
            with recursive t as (select 1 union all (with t as (select 2) from recurring.t)) from t | [recurring.t]
            with t as materialized (from t) from t                                        | [t]
            with t as not materialized (from t) from t                                    | [t]
            with t as materialized (from a.b) from t                                      | [a.b]
            from a.b at (version => 3)                                                    | [a.b]
            """)
    void whatAWithClauseNamesIsNoTable(String sql, String tables) {
        assertThat(tables(sql)).hasToString(tables);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            from a.t where x = 1                                  | x = 1
            from a.t where 1 < x                                  | x > 1
            from a.t where x between 1 and 2                      | (x >= 1 and x <= 2)
            from a.t where x in (1, 2)                            | (x = 1 or x = 2)
            from a.t where x in (1, y)                            | anything
            from a.t where d >= date '2024-01-01'                 | d >= CAST('2024-01-01' AS date)
            from a.t where d > current_date - 7                   | d > (current_date - 7)
            from a.t where d > now() - interval 3 days            | d > (now() - to_days(CAST(trunc(CAST(3 AS DOUBLE)) AS INTEGER)))
            from a.t where d > random()                           | anything
            from a.t where s = 'a' and sin(y) and z is null       | (s = 'a' and z is null)
            from a.t where x = 1 or y = 2                         | (x = 1 or y = 2)
            from a.t where x = 1 or sin(y)                        | anything
            from a.t where not x = 1                              | anything
            from a.t where x <> 1                                 | anything
            from a.t where x = (select 1)                         | anything
            from a.t where x is not null                          | x is not null
            from a.t where t.x = 1 and a.t.y = 2 and u.z = 3      | (t.x = 1 and a.t.y = 2)
            from a.t o where o.x = 1 and t.y = 2                  | o.x = 1
            from a.t o (p, q) where o.p = 1                       | anything
            from a.t tablesample 10% where x = 1                  | anything
            select * from a.t where x = 1 using sample 10%        | anything
            from a.t having x = 1                                 | anything
            select x from a.t qualify x = 1                       | anything
            from (from a.t) where x = 1                           | anything
            with u as (from a.t where x = 1) from u               | x = 1
            """)
    void aWhereClauseTellsWhichRowsCount(String sql, String condition) {
        assertThat(conditions(sql)).containsExactly(unqualified(condition));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from a.t, b.u where t.x = 1 and u.y = 2 and z = 3                  | x = 1, y = 2
            from a.t join b.u using (k) where t.x = 1 and u.y = 2              | x = 1, y = 2
            from a.t left join b.u using (k) where t.x = 1 and u.y = 2         | x = 1, y = 2
            from a.t left join b.u using (k) where u.y is null                 | anything, anything
            from a.t full join b.u using (k) where t.x = 1 and u.y = 2         | x = 1, y = 2
            from a.t semi join b.u using (k) where t.x = 1 and u.y = 2         | x = 1, anything
            from a.t anti join b.u using (k) where t.x = 1 and u.y = 2         | x = 1, anything
            from a.t asof join b.u using (k) where t.x = 1 and u.y = 2         | x = 1, anything
            from a.t positional join b.u where t.x = 1 and u.y = 2             | anything, anything
            from a.t, b.u where t.x = 1 or u.y = 2                             | anything, anything
            from a.t where exists (from b.u where t.x = 1 and u.y = 2)         | anything, y = 2
            """)
    void aJoinLeavesItsTablesTheConditionsThatHoldBeforeIt(String sql, String conditions) {
        assertThat(conditions(sql)).containsExactlyInAnyOrder(conditions.split(", "));
    }

    @Test
    void timeTravelIsTakenOutAndEverythingElseStaysWhereItWas() {
        Query query =
                reader.read("select o.x, y\nfrom Shop.orders AS o\n  AT (VERSION => 3) -- AT (\njoin a.b using (k)");
        TableReference orders = query.tables().getFirst();

        String rewritten = new Rewriting(reader).apply(query, Map.of(orders, "\"@1\".orders"));

        assertThat(orders.asOf()).get().extracting(TimeTravel::unit).isEqualTo(TimeTravel.Unit.VERSION);
        assertThat(rewritten)
                .isEqualTo(
                        "select o.x, y\nfrom \"@1\".orders AS o\n  " + " ".repeat(17) + " -- AT (\njoin a.b using (k)");
    }

    @Test
    void aPlaceIsCountedInLinesAndCharacters() {
        TableReference table = reader.read("select 'äöü€😀',\n  'ß' as x from shöp.\"ördérs\"")
                .tables()
                .getFirst();

        assertThat(table.place()).isInstanceOfSatisfying(Place.InStatement.class, place -> {
            assertThat(place.line()).isEqualTo(2);
            assertThat(place.column()).isEqualTo(17);
            assertThat(place.width()).isEqualTo(13);
        });
    }

    @Test
    void deepStatementsAreReadOrRefusedButNeverBreakTheReader() {
        String deep = "select " + "(".repeat(300) + "1" + ")".repeat(300) + " from a.b";
        assertThat(tables(deep)).containsExactly("a.b");

        String deeper = "select " + "abs(".repeat(20_000) + "1" + ")".repeat(20_000) + " from a.b";
        assertThatThrownBy(() -> reader.read(deeper)).isInstanceOf(ProblemException.class);

        String wide = "select " + "1 + ".repeat(900) + "1 from a.b";
        assertThat(tables(wide)).containsExactly("a.b");
    }

    private List<String> tables(String sql) {
        return reader.read(sql).tables().stream().map(TableReference::typed).toList();
    }

    private List<String> conditions(String sql) {
        return reader.read(sql).tables().stream()
                .map(table -> ConditionText.of(table.condition()))
                .toList();
    }

    /// Conditions name columns without the tables they belong to.
    private static String unqualified(String condition) {
        return condition.replace("a.t.", "").replace("t.", "").replace("o.", "");
    }
}
