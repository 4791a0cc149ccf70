package basin.run.build;

import static basin.run.build.StepResult.Outcome.ERROR;
import static basin.run.build.StepResult.Outcome.FAIL;
import static basin.run.build.StepResult.Outcome.PASS;
import static basin.run.build.StepResult.Outcome.SKIPPED;
import static basin.run.build.StepResult.Outcome.SUCCESS;
import static basin.run.build.StepResult.Outcome.UNCHANGED;
import static basin.run.build.StepResult.Outcome.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    @TempDir
    Path temp;

    private Warehouse shop;

    @BeforeEach
    void open() {
        shop = new Warehouse(temp);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void modelsAreMadeInTheOrderInWhichTheyReadEachOther() {
        shop.file("seeds/prices.csv", "item,price\ntea,1.50\ncake,2\n")
                .model("doubled", "select item, price * 2 as price from {{ ref('prices') }}")
                .model(
                        "total",
                        "{{ config(materialized='table') }} select sum(price) as total from {{ ref('doubled') }}");
        assertThat(shop.outcomes())
                .containsOnly(Map.entry("prices", SUCCESS), Map.entry("doubled", SUCCESS), Map.entry("total", SUCCESS));
        assertThat(shop.rows("from dev.main.total")).isEqualTo("[7.0]\n");
    }

    @Test
    void aSecondBuildOfTheSameProjectDoesNothing() {
        shop.file("seeds/prices.csv", "item,price\ntea,1\n")
                .model("doubled", "select item, price * 2 as price from {{ ref('prices') }}")
                .model("copied", "{{ config(materialized='table') }} select * from {{ ref('doubled') }}")
                .file("tests/dear.sql", "select * from {{ ref('copied') }} where price > 100");
        assertThat(shop.outcomes().values()).containsOnly(SUCCESS, PASS);
        assertThat(shop.outcomes().values()).containsOnly(UNCHANGED);
        assertThat(shop.snapshots("main", "copied")).isEqualTo(1);
    }

    @Test
    void whatChangedIsMadeAgainWithAllThatReadsIt() {
        shop.model("a", "{{ config(materialized='table') }} select 1 as n")
                .model("b", "select n from {{ ref('a') }}")
                .model("c", "{{ config(materialized='table') }} select n from {{ ref('b') }}")
                .model("other", "{{ config(materialized='table') }} select 5 as n");
        shop.build();
        shop.model("a", "{{ config(materialized='table') }} select 2 as n");
        assertThat(shop.outcomes())
                .containsOnly(
                        Map.entry("a", SUCCESS),
                        Map.entry("b", SUCCESS),
                        Map.entry("c", SUCCESS),
                        Map.entry("other", UNCHANGED));
        assertThat(shop.rows("from main.c")).isEqualTo("[2]\n");
    }

    @Test
    void aMacroThatChangedChangesTheModelsThatCallIt() {
        shop.file("macros/n.sql", "{% macro n() %}{{ m() }}{% endmacro %}")
                .file("macros/m.sql", "{% macro m() %}1{% endmacro %}")
                .model("a", "{{ config(materialized='table') }} select {{ n() }} as n");
        shop.build();
        shop.file("macros/m.sql", "{% macro m() %}2{% endmacro %}");
        assertThat(shop.outcomes()).containsOnly(Map.entry("a", SUCCESS));
        assertThat(shop.rows("from main.a")).isEqualTo("[2]\n");
    }

    @Test
    void aModelThatAsksForTheTimeIsAlwaysMade() {
        shop.model("a", "{{ config(materialized='table') }} select now() as t");
        shop.build();
        assertThat(shop.outcomes()).containsOnly(Map.entry("a", SUCCESS));
    }

    @Test
    void aModelThatOnlySpeaksOfTheTimeIsNotMadeAgain() {
        shop.model("a", "-- as of now() or today\n{{ config(materialized='table') }} select 1 as today");
        shop.build();
        assertThat(shop.outcomes()).containsOnly(Map.entry("a", UNCHANGED));
    }

    @Test
    void whatIsForcedIsMadeThoughNothingChanged() {
        shop.model("a", "{{ config(materialized='table') }} select 1 as n");
        shop.build();
        assertThat(shop.force().outcomes()).containsOnly(Map.entry("a", SUCCESS));
    }

    @Test
    void aModelThatFailsLeavesItsTableAndTakesOnlyItsReadersWithIt() {
        shop.model("a", "{{ config(materialized='table') }} select 1 as n")
                .model("b", "{{ config(materialized='table') }} select n from {{ ref('a') }}")
                .model("other", "{{ config(materialized='table') }} select 5 as n");
        shop.build();
        shop.model("a", "{{ config(materialized='table') }} select error('broken at last') as n from range(10)");
        assertThat(shop.outcomes())
                .containsOnly(Map.entry("a", ERROR), Map.entry("b", SKIPPED), Map.entry("other", UNCHANGED));
        assertThat(shop.rows("from main.a")).isEqualTo("[1]\n");
    }

    @Test
    void aMistakeInSqlIsToldAtItsLineOfTheModel() {
        shop.model("a", """
                {{ config(materialized='table') }}
                {% set columns = ['n', 'm'] %}
                select
                {% for column in columns %}
                    1 as {{ column }},
                {% endfor %}
                    nothing as x
                from range(3)
                """);
        List<Problem> problems = shop.build().results().getFirst().problems();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isInstanceOfSatisfying(Place.InFile.class, place -> {
                assertThat(place.file()).isEqualTo(Path.of("models/a.sql"));
                assertThat(place.line()).isEqualTo(7);
            });
            assertThat(problem.what()).contains("nothing");
        });
    }

    @Test
    void whatATestFindsKeepsReadersFromBeingMade() {
        shop.model("a", "{{ config(materialized='table') }} select 1 as n union all select 1")
                .model("b", "{{ config(materialized='table') }} select n from {{ ref('a') }}")
                .file("models/a.yml", """
                        models:
                          - name: a
                            columns:
                              - name: n
                                data_tests: [unique, not_null]
                        """);
        assertThat(shop.outcomes())
                .containsOnly(
                        Map.entry("a", SUCCESS),
                        Map.entry("not_null_a_n", PASS),
                        Map.entry("unique_a_n", FAIL),
                        Map.entry("b", SKIPPED));
    }

    @Test
    void aTestThatOnlyWarnsKeepsNothingFromBeingMade() {
        shop.model("a", "{{ config(materialized='table') }} select 1 as n union all select 1")
                .model("b", "{{ config(materialized='table') }} select n from {{ ref('a') }}")
                .file("models/a.yml", """
                        models:
                          - name: a
                            columns:
                              - name: n
                                data_tests: [{unique: {config: {severity: warn}}}]
                        """);
        assertThat(shop.outcomes())
                .containsOnly(Map.entry("a", SUCCESS), Map.entry("unique_a_n", WARN), Map.entry("b", SUCCESS));
    }

    @Test
    void aUnitTestComesBeforeItsModel() {
        shop.model("prices", "select 1 as price")
                .model(
                        "dear",
                        "{{ config(materialized='table') }} select price from {{ ref('prices') }} where price > 9")
                .file("models/u.yml", """
                        unit_tests:
                          - name: ten_is_dear
                            model: dear
                            given:
                              - input: ref('prices')
                                rows: [{price: 9}, {price: 10}]
                            expect:
                              rows: [{price: 9}]
                        """);
        assertThat(shop.outcomes())
                .containsOnly(Map.entry("prices", SUCCESS), Map.entry("ten_is_dear", FAIL), Map.entry("dear", SKIPPED));
    }

    @Test
    void hooksOfAModelAndOfTheProjectRun() {
        shop.file("dbt_project.yml", """
                        name: shop
                        version: '1'
                        on-run-start: create table if not exists main.said (what varchar)
                        on-run-end: "insert into main.said values ('{{ results | length }} done')"
                        """).model("a", """
                        {{ config(materialized='table', pre_hook="insert into main.said values ('before')",
                                  post_hook="insert into main.said select 'after ' || n from {{ this }}") }}
                        select 1 as n
                        """);
        assertThat(shop.build().isGood()).isTrue();
        assertThat(shop.rows("from main.said order by what")).isEqualTo("[2 done]\n[after 1]\n[before]\n");
    }

    @Test
    void aMaterializationOfTheProjectsOwnRuns() {
        shop.file("macros/twice.sql", """
                        {% materialization twice, default %}
                          {% set target = this.incorporate(type='table') %}
                          {% call statement('main') %}
                            create or replace table {{ target }} as (select * from ({{ sql }}) union all select * from ({{ sql }}))
                          {% endcall %}
                          {{ return({'relations': [target]}) }}
                        {% endmaterialization %}
                        """).model("a", "{{ config(materialized='twice') }} select 1 as n");
        assertThat(shop.outcomes()).containsOnly(Map.entry("a", SUCCESS));
        assertThat(shop.rows("from main.a")).isEqualTo("[1]\n[1]\n");
        assertThat(shop.outcomes()).containsOnly(Map.entry("a", UNCHANGED));
    }

    @Test
    void aSnapshotKeepsWhatRowsWere() {
        shop.model("prices", "{{ config(materialized='table') }} select 1 as id, 10 as price")
                .file("snapshots/s.yml", """
                        snapshots:
                          - name: price_history
                            relation: ref('prices')
                            config: {unique_key: id, strategy: check, check_cols: [price]}
                        """);
        shop.build();
        shop.model("prices", "{{ config(materialized='table') }} select 1 as id, 12 as price");
        assertThat(shop.build().results())
                .allSatisfy(result -> assertThat(result.problems()).isEmpty());
        assertThat(shop.rows("select price, dbt_valid_to is null from main.price_history order by price"))
                .isEqualTo("[10, false]\n[12, true]\n");
    }

    @Test
    void testsOfSeveralModelsEachKeepOnlyWhatComesBehindAllOfThemWaiting() {
        shop.model("a", "select 1 as id")
                .model("b", "select 1 as id")
                .model("c", "select id from {{ ref('a') }}")
                .model("d", "select id from {{ ref('b') }}")
                .model("both", "select id from {{ ref('c') }} join {{ ref('d') }} using (id)")
                .file("tests/a_and_d.sql", "select * from {{ ref('a') }} anti join {{ ref('d') }} using (id)")
                .file("tests/b_and_c.sql", "select * from {{ ref('b') }} join {{ ref('c') }} using (id)");
        assertThat(shop.outcomes())
                .contains(
                        Map.entry("c", SUCCESS),
                        Map.entry("d", SUCCESS),
                        Map.entry("a_and_d", PASS),
                        Map.entry("b_and_c", FAIL),
                        Map.entry("both", SKIPPED));
    }

    @Test
    void whatAHookIsToldOfAStepCanBeMadeADictionary() {
        shop.file("dbt_project.yml", """
                        name: shop
                        version: '1'
                        on-run-end: >
                          create table main.told as
                          {% for result in results %}
                          {% set step = result.to_dict() %}
                          select '{{ result.status }} {{ step.node.name }} {{ step.timing[1].name }}' as what
                          {% endfor %}
                        """).model("a", "select 1 as n");
        assertThat(shop.build().isGood()).isTrue();
        assertThat(shop.rows("from main.told")).isEqualTo("[success a execute]\n");
    }

    @Test
    void filesAreFoundFromTheProjectsFolderAndNotOutsideOfIt() {
        shop.file("data/prices.csv", "item,price\ntea,3\n")
                .file("../secret.csv", "word\nopen\n")
                .model("prices", "select * from read_csv('data/prices.csv')")
                .model("secret", "select * from read_csv('../secret.csv')");
        BuildReport report = shop.build();
        assertThat(shop.rows("from main.prices")).isEqualTo("[tea, 3]\n");
        assertThat(report.results())
                .filteredOn(result -> result.outcome() == ERROR)
                .singleElement()
                .satisfies(result -> {
                    Problem problem = result.problems().getFirst();
                    assertThat(problem.what())
                            .isEqualTo("the file '" + temp.resolve("secret.csv") + "' lies outside of the project");
                    assertThat(problem.remedy()).contains("files:");
                });
    }

    @Test
    void anExternalModelIsATableAndAFile() {
        shop.file(
                        "dbt_project.yml",
                        "name: shop\nversion: '1'\non-run-start: '{{ register_upstream_external_models() }}'\n")
                .model("prices", """
                        {{ config(materialized='external', location='prices.csv', options={'delimiter': '|'}) }}
                        select 'tea' as item, 3 as price
                        """)
                .model(
                        "dear",
                        "{{ config(materialized='external') }} select * from {{ ref('prices') }} where price > 2");
        assertThat(shop.outcomes()).contains(Map.entry("prices", SUCCESS), Map.entry("dear", SUCCESS));
        assertThat(temp.resolve("project/prices.csv")).hasContent("item|price\ntea|3");
        assertThat(shop.rows("from main.dear union all from 'dear.parquet'")).isEqualTo("[tea, 3]\n[tea, 3]\n");
    }

    @Test
    void descriptionsAreKeptWithTheTableWhereTheConfigAsksForIt() {
        shop.file("models/docs.yml", """
                        models:
                          - name: prices
                            description: What's to pay
                            config: {persist_docs: {relation: true, columns: true}}
                            columns:
                              - {name: item, description: The thing's name}
                              - {name: gone, description: Is no longer there}
                        """)
                .model("prices", "{{ config(materialized='table') }} select 'tea' as item, 3 as price");
        assertThat(shop.outcomes()).containsOnly(Map.entry("prices", SUCCESS));
        assertThat(shop.column("main", "prices", "item").doc()).isEqualTo("The thing's name");
    }
}
