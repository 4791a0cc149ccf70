package basin.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.jinja.error.JinjaException;
import basin.jinja.operation.Limits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A template can neither run away nor break out.
final class LimitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ range(100001) }}",
                "{{ range(0, -9000000000000000000, -1) }}",
                "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
                "{% macro f() %}{{ g() }}{% endmacro %}{% macro g() %}{{ f() }}{% endmacro %}{{ f() }}",
                "{% macro f() %}{% call f() %}{{ caller() }}{% endcall %}{% endmacro %}{{ f() }}",
                "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
                "{{ 'x' * 10000000000 }}",
                "{{ [1] * 10000000000 }}",
                "{{ 2 ** 10000000000 }}",
                "{{ (10 ** 1000000) ** 1000000 }}",
                "{% set s = 'x' * 1000 %}{% for i in range(100000) %}{{ s }}{{ s }}{% endfor %}",
                "{{ 'x'.ljust(1000000000) }}",
                "{{ 'x'|indent(1000000000) }}",
            })
    void endsTemplatesThatRunAway(String template) {
        assertThatThrownBy(() -> Environment.standard().template("t", template).render(Map.of()))
                .isInstanceOf(JinjaException.class);
    }

    @Test
    void endsExpressionsAndBlocksThatAreNestedTooDeeply() {
        for (String deep : new String[] {
            "{{ " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + " }}",
            "{{ " + "-".repeat(20_000) + "1 }}",
            "{{ " + "not ".repeat(20_000) + "1 }}",
            "{{ " + "[".repeat(20_000) + "]".repeat(20_000) + " }}",
            "{% if 1 %}".repeat(20_000) + "{% endif %}".repeat(20_000),
        }) {
            assertThatThrownBy(() -> Environment.standard().template("t", deep))
                    .isInstanceOf(JinjaException.class)
                    .hasMessageContaining("nested too deeply");
        }
    }

    @Test
    void printsAListThatHoldsItself() {
        String template = "{% set l = [1] %}{% do l.append(l) %}{{ l }}";
        assertThat(Environment.standard().template("t", template).render(Map.of()))
                .startsWith("[1, [1, [1,")
                .contains("...");
    }

    @Test
    void areTheEnvironments() {
        Environment small = Environment.builder().limits(new Limits(5, 10, 20)).build();
        assertThatThrownBy(() -> small.template("t", "{{ range(6) }}").render(Map.of()))
                .hasMessage("t:1:4: range() may hold at most 5 numbers, not 6");
        assertThatThrownBy(() -> small.template("t", "{% for i in range(5) %}12345{% endfor %}")
                        .render(Map.of()))
                .hasMessageContaining("more than 20 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ host.secret }}{{ host['secret'] }}{{ host.getClass }}{{ host.class }}",
                "{{ ''.__class__ }}{{ ''['__class__'] }}{{ 'x'.getBytes }}{{ [].__init__ }}{{ {}.__class__ }}",
                "{{ f.__globals__ }}{{ f.__code__ }}{{ range.__self__ }}",
                "{{ host|attr('secret') }}{{ ''|attr('__class__') }}",
            })
    void showNothingThatAHostObjectDoesNotShow(String template) {
        Object host = new Host("leaked");
        Environment environment = Environment.standard();
        assertThat(environment.template("t", template).render(Map.of("host", host, "f", "f")))
                .isEmpty();
        assertThatThrownBy(() -> environment
                        .template("t", "{{ '{0.secret}'.format(host) }}")
                        .render(Map.of("host", host)))
                .isInstanceOf(JinjaException.class);
    }

    private record Host(String secret) {}
}
