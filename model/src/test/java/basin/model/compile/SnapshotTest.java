package basin.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import basin.model.resource.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A snapshot keeps what rows were, through Basin's own materialization on a DuckDB.
final class SnapshotTest {
    private final DuckDbSession duck = new DuckDbSession();

    @AfterEach
    void close() {
        duck.close();
    }

    @Test
    void aChangedRowIsClosedAndItsNewVersionBegins() {
        ProjectText project = project(Map.of("strategy", "timestamp", "updated_at", "changed"));
        source("(1, 'new', timestamp '2024-01-01'), (2, 'new', timestamp '2024-01-01')");
        take(project);
        source(
                "(1, 'sent', timestamp '2024-01-05'), (2, 'new', timestamp '2024-01-01'), (3, 'new', timestamp '2024-01-06')");
        take(project);
        take(project);
        assertThat(history())
                .containsExactly(
                        List.of(1L, "new", "2024-01-05 00:00:00"),
                        List.of(1L, "sent", "current"),
                        List.of(2L, "new", "current"),
                        List.of(3L, "new", "current"));
    }

    @Test
    void columnsThatAreCheckedNeedNoTimestamp() {
        ProjectText project = project(Map.of("strategy", "check", "check_cols", List.of("state")));
        source("(1, 'new', null), (2, null, null)");
        take(project);
        source("(1, 'sent', null), (2, null, null)");
        take(project);
        assertThat(states()).containsExactly(List.of(1L, "new"), List.of(1L, "sent"), List.of(2L, "null"));
    }

    @Test
    void aRowThatIsGoneIsClosedIfThatIsAskedFor() {
        ProjectText project = project(Map.of("strategy", "check", "check_cols", "all", "hard_deletes", "invalidate"));
        source("(1, 'new', null), (2, 'new', null)");
        take(project);
        source("(1, 'new', null)");
        take(project);
        assertThat(duck.rows("select id from dev.main.history where dbt_valid_to is null"))
                .containsExactly(List.of(1L));
    }

    @Test
    void aRowThatIsGoneCanLeaveARecordOfItsOwnAndComeBack() {
        ProjectText project = project(Map.of("strategy", "check", "check_cols", "all", "hard_deletes", "new_record"));
        source("(1, 'new', null)");
        take(project);
        duck.execute("create or replace table raw as select * from raw where false", false);
        take(project);
        assertThat(deleted()).containsExactly("False", "True");
        source("(1, 'new', null)");
        take(project);
        assertThat(deleted()).containsExactly("False", "True", "False");
        assertThat(duck.rows("select id from dev.main.history where dbt_valid_to is null"))
                .hasSize(1);
    }

    @Test
    void currentRowsCanHaveADateInPlaceOfNull() {
        ProjectText project = project(
                Map.of("strategy", "check", "check_cols", "all", "dbt_valid_to_current", "timestamp '9999-12-31'"));
        source("(1, 'new', null)");
        take(project);
        source("(1, 'sent', null)");
        take(project);
        assertThat(duck.rows("select state from dev.main.history where dbt_valid_to = '9999-12-31'"))
                .containsExactly(List.of("sent"));
    }

    @Test
    void aNewColumnOfTheQueryIsAdded() {
        ProjectText project = project(Map.of("strategy", "timestamp", "updated_at", "changed"));
        source("(1, 'new', timestamp '2024-01-01')");
        take(project);
        duck.execute(
                "create or replace table raw as select 1 as id, 'sent' as state,"
                        + " timestamp '2024-01-02' as changed, 'Kiel' as town",
                false);
        take(project);
        assertThat(duck.rows("select state, town from dev.main.history where dbt_valid_to is null"))
                .containsExactly(List.of("sent", "Kiel"));
    }

    private static ProjectText project(Map<String, Object> settings) {
        Map<String, @Nullable Object> config = new HashMap<>(settings);
        config.put("unique_key", "id");
        return new ProjectText().draft("history", new Snapshot(null), "select * from raw", config);
    }

    private void source(String rows) {
        duck.execute(
                "create or replace table raw as select id, state, changed::timestamp as changed from (values " + rows
                        + ") as t (id, state, changed)",
                false);
    }

    private void take(ProjectText project) {
        Compiler compiler = project.compiler();
        Compiled compiled = compiler.compile(project.node("history"), project, duck);
        compiler.materialize(
                Objects.requireNonNull(compiler.project().macros().materialization("snapshot")),
                compiled,
                project,
                duck,
                null);
    }

    private List<List<@Nullable Object>> history() {
        return duck.rows(
                "select id, state, coalesce(dbt_valid_to::varchar, 'current') from dev.main.history order by 1, dbt_valid_from");
    }

    private List<List<@Nullable Object>> states() {
        return duck.rows("select id, coalesce(state, 'null') from dev.main.history order by 1, dbt_valid_from");
    }

    private List<@Nullable Object> deleted() {
        return duck.rows("select dbt_is_deleted from dev.main.history order by dbt_valid_from").stream()
                .map(List::getFirst)
                .toList();
    }
}
