package basin.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import basin.core.problem.Place;
import basin.core.problem.ProblemException;
import basin.model.resource.Captured;
import basin.model.resource.GenericTest;
import basin.model.resource.RefCall;
import basin.model.resource.SourceCall;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What templates turn into.
final class CompilerTest {
    private final ProjectText project = new ProjectText();
    private final DuckDbSession duck = new DuckDbSession();

    @AfterEach
    void close() {
        duck.close();
    }

    @Test
    void readingATemplateFindsWhatItRefersToAndConfigures() {
        project.macro("{% macro money(column) %}{{ cents(column) }}{% endmacro %}")
                .macro("helpers", "{% macro cents(column) %}wrong{% endmacro %}")
                .macro("{% macro cents(column) %}{{ column }} / 100{% endmacro %}")
                .model("m", """
                        {{ config(materialized='table', tags=['daily']) }}
                        select {{ money('amount') }}
                        from {{ ref('orders') }}
                        join {{ ref('helpers', 'days', v=2) }} using (day)
                        join {{ source('erp', 'stores') }} using (store)
                        """);
        Captured captured = project.captured("m");
        assertThat(captured.refs())
                .extracting(RefCall::packageName, RefCall::name, RefCall::version)
                .containsExactly(tuple(null, "orders", null), tuple("helpers", "days", "2"));
        assertThat(captured.refs().getFirst().place()).isEqualTo(new Place.InFile(Path.of("models/m.sql"), 3, 9));
        assertThat(captured.sources())
                .extracting(SourceCall::source, SourceCall::table)
                .containsExactly(tuple("erp", "stores"));
        assertThat(captured.configCalls()).containsExactly(Map.of("materialized", "table", "tags", List.of("daily")));
        assertThat(captured.macros()).containsExactly("macro.shop.money", "macro.shop.cents");
    }

    @Test
    void referencesBecomeTheNamesOfRelations() {
        project.model("orders", "select 1 as id")
                .source("erp", "stores")
                .model("m", "select * from {{ ref('orders') }}, {{ source('erp', 'stores') }}, {{ this }}");
        assertThat(project.sql("m", duck))
                .isEqualTo(
                        "select * from \"dev\".\"main\".\"orders\", \"dev\".\"erp\".\"stores\", \"dev\".\"main\".\"m\"");
    }

    @Test
    void ephemeralModelsBecomeCommonTableExpressionsInTheOrderOfTheirNeed() {
        project.model("a", "{{ config(materialized='ephemeral') }}select 1 as x")
                .model("b", "{{ config(materialized='ephemeral') }}select x + 1 as y from {{ ref('a') }}")
                .model("m", "with own as (select * from {{ ref('b') }}) select y, x from own, {{ ref('a') }}");
        assertThat(project.sql("m", duck))
                .startsWith("with __dbt__cte__a as ( select 1 as x ), __dbt__cte__b as (")
                .contains("), own as (select * from __dbt__cte__b)");
        assertThat(duck.rows(project.sql("m", duck))).containsExactly(List.of(2L, 1L));
    }

    @Test
    void theProjectDecidesWhereItsModelsAre() {
        project.macro("""
                        {% macro generate_schema_name(custom_schema_name, node) %}
                          {{ (custom_schema_name or 'core') ~ '_' ~ node.config.materialized }}
                        {% endmacro %}
                        """)
                .model("m", "{{ config(materialized='table', schema='mart', alias='daily') }}select 1")
                .model("n", "select * from {{ ref('m') }}");
        assertThat(project.sql("n", duck)).isEqualTo("select * from \"dev\".\"mart_table\".\"daily\"");
    }

    @Test
    void dispatchPrefersTheProjectThenTheNamespaceAndTheDatabaseThenTheDefault() {
        project.macro("helpers", "{% macro hello() %}{{ adapter.dispatch('hello', 'helpers')() }}{% endmacro %}")
                .macro("helpers", "{% macro default__hello() %}default{% endmacro %}")
                .macro("helpers", "{% macro duckdb__hello() %}duckdb{% endmacro %}")
                .macro("helpers", "{% macro bye() %}{{ adapter.dispatch('bye', 'helpers')() }}{% endmacro %}")
                .macro("helpers", "{% macro default__bye() %}default{% endmacro %}")
                .macro("{% macro default__bye() %}of the project{% endmacro %}")
                .model("m", "{{ helpers.hello() }}, {{ helpers.bye() }}");
        assertThat(project.sql("m", duck)).isEqualTo("duckdb, of the project");
    }

    @Test
    void aNamespacesSearchOrderCanBeChanged() {
        project.searching("shop", "helpers", "shop")
                .macro("{% macro hello() %}{{ adapter.dispatch('hello', 'shop')() }}{% endmacro %}")
                .macro("{% macro default__hello() %}of the project{% endmacro %}")
                .macro("helpers", "{% macro default__hello() %}of the package{% endmacro %}")
                .model("m", "{{ hello() }}");
        assertThat(project.sql("m", duck)).isEqualTo("of the package");
    }

    @Test
    void aProjectsMacroReplacesABuiltInNameAndFindsItBelowBuiltins() {
        project.macro("{% macro ref(name) %}{{ return(builtins.ref(name).include(database=false)) }}{% endmacro %}")
                .model("orders", "select 1")
                .model("m", "select * from {{ ref('orders') }}");
        assertThat(project.sql("m", duck)).isEqualTo("select * from \"main\".\"orders\"");
        assertThat(project.captured("m").refs()).extracting(RefCall::name).containsExactly("orders");
    }

    @Test
    void macrosCanAskTheDatabaseWhileTheyRun() {
        duck.execute("create table towns as select * from (values ('Bremen'), ('Kiel')) as t (name)", false);
        project.model("m", """
                {% set found = run_query('select name from towns order by name') %}
                {% if execute %}{% set names = found.columns[0].values() %}{% else %}{% set names = [] %}{% endif %}
                {% for name in names %}{{ name }}{{ ', ' if not loop.last }}{% endfor %};
                {% for row in found.rows if execute %}{{ row['name'] }} {{ row[0] }} {% endfor %}
                """);
        assertThat(project.sql("m", duck)).isEqualTo("Bremen, Kiel; Bremen Bremen Kiel Kiel");
    }

    @Test
    void variablesFlagsTheTargetAndTheEnvironmentAreThere() {
        project.var("year", 2024L)
                .option("full_refresh", true)
                .model(
                        "m",
                        "{{ var('year') }} {{ var('month', 'May') }} {{ flags.FULL_REFRESH }} {{ target.type }}"
                                + " {{ env_var('TOWN') }} {{ invocation_id }} {{ run_started_at.strftime('%d') }}"
                                + " {{ modules.datetime.date(2024, 2, 3) }} {{ context['var']('year') }}"
                                + " {{ tojson({'a': [1, none]}) }} {{ fromjson('[1, 2]')[1] }} {{ local_md5('x')[:4] }}");
        assertThat(project.sql("m", duck))
                .isEqualTo("2024 May True duckdb Bremen an-id 02 2024-02-03 2024 {\"a\": [1, null]} 2 9dd4");
    }

    @Test
    void theGraphShowsAllNodesAsDictionaries() {
        project.model("orders", "{{ config(tags=['daily']) }}select 1")
                .model(
                        "m",
                        "{% for node in graph.nodes.values() if node.resource_type == 'model' %}"
                                + "{{ node.name }}:{{ node.config.materialized }}:{{ node.tags | join }} {% endfor %}");
        assertThat(project.sql("m", duck)).isEqualTo("orders:view:daily m:view:");
    }

    @Test
    void aGenericTestCallsItsMacroOverTheRowsItIsDeclaredFor() {
        duck.execute(
                "create table orders as select * from (values (1, 'new'), (2, null), (3, 'odd')) as t (id, state)",
                false);
        project.model("orders", "select 1")
                .draft(
                        "not_null_orders_state",
                        test(
                                "not_null",
                                Map.of("model", "{{ get_where_subquery(ref('orders')) }}", "column_name", "state")),
                        "",
                        Map.of("where", "id > 1"))
                .draft(
                        "accepted_orders_state",
                        test(
                                "accepted_values",
                                Map.of(
                                        "model", "{{ get_where_subquery(ref('orders')) }}",
                                        "column_name", "state",
                                        "values", List.of("new", "{{ var('late', 'sent') }}"))),
                        "",
                        Map.of())
                .draft(
                        "related",
                        test(
                                "relationships",
                                Map.of(
                                        "model", "{{ get_where_subquery(ref('orders')) }}",
                                        "column_name", "id",
                                        "to", "ref('orders')",
                                        "field", "id")),
                        "",
                        Map.of())
                .draft(
                        "unique_orders_id",
                        test("unique", Map.of("model", "{{ get_where_subquery(ref('orders')) }}", "column_name", "id")),
                        "",
                        Map.of());
        assertThat(project.captured("related").refs()).extracting(RefCall::name).containsOnly("orders");
        assertThat(failures("not_null_orders_state")).isEqualTo(1L);
        assertThat(failures("accepted_orders_state")).isEqualTo(1L);
        assertThat(failures("related")).isEqualTo(0L);
        assertThat(failures("unique_orders_id")).isEqualTo(0L);
    }

    private Object failures(String test) {
        Compiled compiled = project.compiler().compile(project.node(test), project, duck);
        Materialized done = project.compiler()
                .materialize(
                        Objects.requireNonNull(
                                project.compiler().project().macros().materialization("test")),
                        compiled,
                        project,
                        duck,
                        null);
        return Objects.requireNonNull(
                Objects.requireNonNull(done.main()).table().rows().getFirst().getFirst());
    }

    private static GenericTest test(String name, Map<String, Object> arguments) {
        return new GenericTest(name, null, new HashMap<>(arguments), null, null, name);
    }

    @Test
    void hooksAreRenderedOverTheNamesOfTheirNode() {
        project.model("log", "select 1")
                .model(
                        "m",
                        "{{ config(pre_hook=\"insert into {{ ref('log') }} select '{{ this.identifier }}'\","
                                + " post_hook=[{'sql': 'analyze', 'transaction': false}, '']) }}select 1");
        assertThat(project.captured("m").refs()).extracting(RefCall::name).containsExactly("log");
        Compiled compiled = project.compiler().compile(project.node("m"), project, duck);
        assertThat(project.compiler().hooks("pre_hook", compiled, project, duck))
                .containsExactly(new HookStatement("insert into \"dev\".\"main\".\"log\" select 'm'", true));
        assertThat(project.compiler().hooks("post_hook", compiled, project, duck))
                .containsExactly(new HookStatement("analyze", false));
    }

    @Test
    void anUnknownMacroIsAnsweredWithTheNearestOne() {
        project.macro("{% macro cents_to_dollars(c) %}{% endmacro %}")
                .model("m", "select\n  {{ cents_to_dolars('x') }}");
        assertProblem(() -> project.captured("m"), "models/m.sql:2:6", "'cents_to_dolars' is undefined")
                .satisfies(problem -> assertThat(problem.problems().getFirst().remedy())
                        .isEqualTo("did you mean 'cents_to_dollars'?"));
    }

    @Test
    void anUnknownMacroOfAPackageIsToo() {
        project.macro("helpers", "{% macro star() %}{% endmacro %}").model("m", "{{ helpers.starr() }}");
        assertProblem(
                () -> project.captured("m"),
                "models/m.sql:1:",
                "the package 'helpers' has no macro 'starr'; did you mean 'star'?");
    }

    @Test
    void aMacrosOwnErrorIsToldPlainlyWithTheWayToIt() {
        project.macro("{% macro outer() %}\n{{ inner() }}{% endmacro %}")
                .macro("{% macro inner() %}{{ exceptions.raise_compiler_error('the key is missing') }}{% endmacro %}")
                .model("m", "select 1\n{{ outer() }}");
        assertProblem(() -> project.captured("m"), "macros/m1.sql:1:", "the key is missing")
                .satisfies(problem -> assertThat(problem.problems().getFirst().why())
                        .contains("in the macro 'inner' called at macros/m0.sql:2:")
                        .contains("in the macro 'outer' called at models/m.sql:2:"));
    }

    @Test
    void tooManyArgumentsAreTheCallersMistake() {
        project.macro("{% macro one(a) %}{% endmacro %}").model("m", "{{ one(1, 2) }}");
        assertProblem(() -> project.captured("m"), "models/m.sql:1:", "takes at most 1 argument");
    }

    @Test
    void aStatementThatFailsIsPlacedInTheTemplateThatRanIt() {
        project.model("m", "select 1\n{% do run_query('select nope') %}");
        assertThatThrownBy(() -> project.compiler().compile(project.node("m"), project, duck))
                .isInstanceOfSatisfying(ProblemException.class, failure -> {
                    assertThat(failure.problems().getFirst().what()).contains("nope");
                    assertThat(failure.problems().getFirst().place()).hasToString("models/m.sql:2:7");
                });
    }

    @Test
    void aStatementThatFailsInAMaterializationIsPlacedAtTheLineOfTheModel() {
        project.macro("""
                        {% materialization own, default %}
                          {% call statement('main') %}
                            create table {{ this }} as (
                            {{ sql }}
                            )
                          {% endcall %}
                          {{ return({'relations': [this]}) }}
                        {% endmaterialization %}
                        """).model("m", """
                        {{ config(materialized='own') }}
                        {% set names = ['a', 'b'] %}
                        select
                        {% for name in names %}
                            1 as {{ name }},
                        {% endfor %}
                            nope
                        from (select 1)
                        """);
        Compiler compiler = project.compiler();
        Compiled compiled = compiler.compile(project.node("m"), project, duck);
        assertThatThrownBy(() -> compiler.materialize(
                        Objects.requireNonNull(compiler.project().macros().materialization("own")),
                        compiled,
                        project,
                        duck,
                        null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problems().getFirst().place())
                                .hasToString("models/m.sql:7:1"));
    }

    @Test
    void aMacroCanBeCalledForItsOwnSake() {
        project.macro("{% macro made(name) %}{% do run_query('create table ' ~ name ~ ' as select 1 as x') %}"
                + "{{ return(name | upper) }}{% endmacro %}");
        Map<String, @Nullable Object> arguments = Map.of("name", "towns");
        assertThat(project.compiler().operation("made", arguments, project, duck))
                .isEqualTo("TOWNS");
        assertThat(duck.value("select x from towns")).isEqualTo(1L);
    }

    @Test
    void manyNodesCompileAtOnce() {
        project.macro("{% macro twice(x) %}{% set y = x * 2 %}{{ return(y) }}{% endmacro %}");
        List<String> names = IntStream.range(0, 200).mapToObj(i -> "m" + i).toList();
        for (int i = 0; i < names.size(); i++) {
            project.model(names.get(i), "select {{ twice(%d) }} from {{ ref('m%d') }}".formatted(i, i / 2));
        }
        names.forEach(project::node);
        assertThat(names.parallelStream().map(name -> project.sql(name, duck)).toList())
                .isEqualTo(IntStream.range(0, 200)
                        .mapToObj(i -> "select %d from \"dev\".\"main\".\"m%d\"".formatted(i * 2, i / 2))
                        .toList());
    }

    @Test
    void whatTemplatesSayIsHeard() {
        project.model("m", "{{ log('a', info=true) }}{{ print('b') }}{{ exceptions.warn('c') }}");
        project.captured("m");
        assertThat(project.said()).containsExactly("log a", "print b", "warn c");
    }

    private static AbstractObjectAssert<?, ProblemException> assertProblem(
            ThrowingCallable doing, String place, String what) {
        ProblemException failure = catchThrowableOfType(ProblemException.class, doing);
        assertThat(failure).isNotNull();
        assertThat(failure.problems().getFirst().place().toString()).startsWith(place);
        assertThat(failure.problems().getFirst().what()).contains(what);
        return assertThat((Object) failure).asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class));
    }

    @Test
    void dispatchToANamespaceThatIsNoPackageLooksWhereATemplateLooks() {
        project.macro("{% macro shorter(x) %}{{ adapter.dispatch('shorter', 'macros')(x) }}{% endmacro %}")
                .macro("{% macro default__shorter(x) %}left({{ x }}, 3){% endmacro %}")
                .model("m", "select {{ shorter('name') }}");
        assertThat(project.sql("m", duck)).isEqualTo("select left(name, 3)");
    }

    @Test
    void theRowsOfAQueryAreNoneWhileAProjectIsRead() {
        project.macro(
                        "{% macro names() %}{% for row in run_query('select 1 as x') %}{{ row.x }},{% endfor %}{% endmacro %}")
                .model("m", "select [{{ names() }}]");
        project.captured("m");
        assertThat(project.sql("m", duck)).isEqualTo("select [1,]");
    }

    @Test
    void inAFileOfMacrosOnlyMacrosCount() {
        project.macro("{% see: the/handbook %}{% macro one() %}1{% endmacro %}").model("m", "select {{ one() }}");
        assertThat(project.sql("m", duck)).isEqualTo("select 1");
    }

    @Test
    void columnsOfAResultKnowTheirTypes() {
        project.model("m", """
                {%- set found = run_query("select 1.5 as price, date '2026-01-02' as day") if execute -%}
                {%- if execute -%}
                {%- for column in found.columns -%}
                {{ column.name }}={{ column.data_type.jsonify(column[0]) }} {% endfor -%}
                {%- endif -%}
                """);
        assertThat(project.sql("m", duck).strip()).isEqualTo("price=1.5 day=2026-01-02");
    }
}
