package basin.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Macros and own blocks as values that Java can hold and call.
final class DefinitionTest {
    private static final Environment ENVIRONMENT = Environment.builder()
            .withReturn()
            .blockTags(List.of("test", "materialization", "snapshot", "docs"))
            .build();

    private static Callable callable(String text, Map<String, Object> context) {
        Template template = ENVIRONMENT.template("m.sql", text);
        return template.bind(context).callable(template.definitions().getLast());
    }

    @Test
    void aDefinitionKnowsAllThatIsWritten() {
        String text = """
                text
                {%- macro add(a, b=1) -%}
                  {{ a + b }}
                {%- endmacro -%}
                {% test positive(model, column_name) %}select 1{% endtest %}
                {% materialization table, adapter='duckdb', supported_languages=['sql'] %}x{% endmaterialization %}
                {% materialization view, default %}y{% endmaterialization %}
                {% snapshot orders_snapshot %}select 2{% endsnapshot %}
                {% docs about %}words{% enddocs %}""";
        List<Definition> definitions = ENVIRONMENT.template("m.sql", text).definitions();
        assertThat(definitions)
                .extracting(Definition::toString)
                .containsExactly(
                        "macro add(a, b)",
                        "test positive(model, column_name)",
                        "materialization table()",
                        "materialization view()",
                        "snapshot orders_snapshot()",
                        "docs about()");
        assertThat(definitions.getFirst().text())
                .isEqualTo("{%- macro add(a, b=1) -%}\n  {{ a + b }}\n{%- endmacro -%}");
        assertThat(definitions.getFirst().place().line()).isEqualTo(2);
        assertThat(definitions.get(1).body()).isEqualTo("select 1");
        assertThat(definitions.get(2).options())
                .isEqualTo(Map.of("adapter", "duckdb", "supported_languages", List.of("sql")));
        assertThat(definitions.get(3).options()).isEqualTo(Map.of("default", true));
        assertThat(definitions.getLast().body()).isEqualTo("words");
    }

    @Test
    void aMacroIsCalledWithArgumentsAndGivesItsText() {
        Callable add = callable("{% macro add(a, b=1) %}{{ a + b }}{% endmacro %}", Map.of());
        assertThat(add.call(Arguments.of(1L))).isEqualTo("2");
        assertThat(add.call(Arguments.of(1L).with("b", 5L))).isEqualTo("6");
        assertThatThrownBy(() -> add.call(Arguments.of(1L, 2L, 3L)))
                .isInstanceOf(JinjaException.class)
                .hasMessage("macro 'add' takes at most 2 arguments, 3 given");
    }

    @Test
    void returnGivesAnyValue() {
        assertThat(callable("{% macro f() %}x{{ return([1]) }}y{% endmacro %}", Map.of())
                        .call(Arguments.none()))
                .isEqualTo(List.of(1L));
        assertThat(callable("{% materialization t, default %}{{ return({'a': 1}) }}{% endmaterialization %}", Map.of())
                        .call(Arguments.none()))
                .isEqualTo(Map.of("a", 1L));
    }

    @Test
    void aReturnWithinACallBlockEndsTheMacroThatRunsIt() {
        String text = "{% macro run() %}{{ caller() }}never{% endmacro %}"
                + "{% macro f() %}{% call run() %}{{ return(7) }}{% endcall %}-after{% endmacro %}";
        assertThat(callable(text, Map.of()).call(Arguments.none())).isEqualTo("7-after");
    }

    @Test
    void macrosOfManyTemplatesSeeEachOtherThroughTheContext() {
        Map<String, Object> context = new HashMap<>();
        context.put("outer", callable("{% macro outer() %}<{{ inner() }}>{% endmacro %}", context));
        context.put("inner", callable("{% macro inner() %}in{% endmacro %}", context));
        assertThat(ENVIRONMENT.template("t", "{{ outer() }}").render(context)).isEqualTo("<in>");
    }

    @Test
    void theContextReplacesAMacroBesideItsCaller() {
        String text = "{% set tag = 'b' %}{% macro name() %}own{% endmacro %}"
                + "{% macro f() %}<{{ tag }}>{{ name() }}{% endmacro %}";
        Map<String, Object> replaced = Map.of("name", (Callable) arguments -> "other");
        assertThat(callable(text, Map.of()).call(Arguments.none())).isEqualTo("<b>own");
        assertThat(callable(text, replaced).call(Arguments.none())).isEqualTo("<b>other");
        assertThat(ENVIRONMENT.template("t", text + "{{ f() }}").render(replaced))
                .isEqualTo("<b>own");
    }
}
