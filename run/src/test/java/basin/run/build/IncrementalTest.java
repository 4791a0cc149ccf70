package basin.run.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each strategy makes of a table of the rows (1, a, x) and (2, b, y) when (2, c, z) and (3, d, w) come.
class IncrementalTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "append                                                            | 1ax 2by 2cz 3dw",
                "merge, unique_key: id                                             | 1ax 2cz 3dw",
                "merge, unique_key: [id]                                           | 1ax 2cz 3dw",
                "merge, unique_key: id, merge_update_columns: [v]                  | 1ax 2cy 3dw",
                "merge, unique_key: id, merge_exclude_columns: [v]                 | 1ax 2bz 3dw",
                "merge, unique_key: id, incremental_predicates: [\"v <> 'b'\"]     | 1ax 2by 2cz 3dw",
                "delete+insert, unique_key: id                                     | 1ax 2cz 3dw",
                "delete+insert, unique_key: [id, v]                                | 1ax 2by 2cz 3dw",
                "insert_overwrite, partition_by: id                                | 1ax 2cz 3dw",
                "delete+insert, unique_key: \"concat(id, '')\"                     | 1ax 2cz 3dw"
            })
    void aStrategyDoesWhatItSays(String strategy, String expected) {
        shop.file(
                        "models/a.yml",
                        "models: [{name: a, config: {materialized: incremental, incremental_strategy: " + strategy
                                + "}}]")
                .model("a", """
                        {% if is_incremental() %}
                        select * from (values (2, 'c', 'z'), (3, 'd', 'w')) as t(id, v, w)
                        {% else %}
                        select * from (values (1, 'a', 'x'), (2, 'b', 'y')) as t(id, v, w)
                        {% endif %}
                        """);
        assertThat(shop.build().isGood()).isTrue();
        assertThat(shop.force().build().results())
                .allSatisfy(result -> assertThat(result.problems()).isEmpty());
        assertThat(shop.rows("select string_agg(concat(id, v, w), ' ' order by id, v) from main.a"))
                .isEqualTo("[" + expected + "]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"ignore             | id, old", "append_new_columns | id, old, new", "sync_all_columns   | id, new"
            })
    void aChangeOfColumnsIsMetAsTheModelSays(String change, String expected) {
        shop.file(
                        "models/a.yml",
                        "models: [{name: a, config: {materialized: incremental, on_schema_change: " + change + "}}]")
                .model("a", "select 1 as id, 'o' as old");
        shop.build();
        shop.model("a", "select 2 as id, 'n' as new");
        assertThat(shop.build().results())
                .allSatisfy(result -> assertThat(result.problems()).isEmpty());
        assertThat(shop.rows("select string_agg(column_name, ', ' order by ordinal_position)"
                        + " from information_schema.columns where table_name = 'a'"))
                .isEqualTo("[" + expected + "]\n");
        assertThat(shop.rows("select count(*) from main.a")).isEqualTo("[2]\n");
    }

    @Test
    void aChangeOfColumnsIsRefusedWhereTheModelWantsThat() {
        shop.file("models/a.yml", "models: [{name: a, config: {materialized: incremental, on_schema_change: fail}}]")
                .model("a", "select 1 as id");
        shop.build();
        shop.model("a", "select 1 as id, 2 as new");
        assertThat(shop.build().results().getFirst().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.why()).contains("new: new"));
        assertThat(shop.rows("select count(*) from main.a")).isEqualTo("[1]\n");
    }

    @Test
    void aFullRefreshMakesTheTableAnew() {
        shop.model("a", """
                {{ config(materialized='incremental', unique_key='id') }}
                select {{ 2 if is_incremental() else 1 }} as id
                """);
        shop.build();
        shop.force().build();
        assertThat(shop.rows("from main.a order by id")).isEqualTo("[1]\n[2]\n");
        shop.fullRefresh().build();
        assertThat(shop.rows("from main.a order by id")).isEqualTo("[1]\n");
    }

    @Test
    void aMicrobatchModelTakesItsLastDaysAnewAndLeavesTheOthers() {
        shop.file("models/m.yml", """
                        models:
                          - name: events
                            config: {materialized: table, event_time: happened_at}
                          - name: daily
                            config:
                              materialized: incremental
                              incremental_strategy: microbatch
                              event_time: happened_at
                              begin: '2025-12-28'
                              batch_size: day
                        """)
                .model("events", events("first"))
                .model("daily", "select happened_at, what from {{ ref('events') }}");
        assertThat(shop.build().results())
                .allSatisfy(result -> assertThat(result.problems()).isEmpty());
        assertThat(shop.snapshots("main", "daily"))
                .as("one commit for each day up to now")
                .isEqualTo(6);
        shop.model("events", events("then"));
        assertThat(shop.build().results())
                .allSatisfy(result -> assertThat(result.problems()).isEmpty());
        assertThat(shop.rows("select strftime(happened_at, '%d'), what from main.daily order by happened_at"))
                .isEqualTo("[28, first]\n[29, first]\n[30, first]\n[31, first]\n[01, then]\n[02, then]\n");
    }

    private static String events(String what) {
        return "select t.happened_at, '" + what + "' as what from generate_series(timestamp '2025-12-27 01:00',"
                + " timestamp '2026-01-02 01:00', interval 1 day) as t(happened_at)";
    }
}
