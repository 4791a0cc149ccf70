package basin.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Absent;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.UndefinedPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a host can rely on when it renders a template.
final class TemplateTest {
    private static String render(Environment environment, String template) {
        return environment.template("t", template).render(Map.of("name", "x"));
    }

    @Test
    void aNativeRenderKeepsTheValueOfASingleExpression() {
        Environment environment = Environment.standard();
        Map<String, Object> context = Map.of("d", Map.of("k", List.of(1L, 2L)));
        assertThat(environment.template("t", "{{ d.k }}").renderNative(context)).isEqualTo(List.of(1L, 2L));
        assertThat(environment.template("t", "{{ d.k[0] > 0 }}").renderNative(context))
                .isEqualTo(true);
        assertThat(environment.template("t", "{{ none }}").renderNative(context))
                .isNull();
        assertThat(environment.template("t", "{{ 1 }}{{ 2 }}").renderNative(context))
                .isEqualTo("12");
        assertThat(environment.template("t", "a{{ d.k }}").renderNative(context))
                .isEqualTo("a[1, 2]");
        assertThat(environment.template("t", "").renderNative(context)).isEqualTo("");
    }

    @Test
    void theUndefinedPolicyDecidesHowFarAMissingNameGoes() {
        Environment lenient = Environment.standard();
        Environment chainable =
                Environment.builder().undefined(UndefinedPolicy.CHAINABLE).build();
        Environment strict =
                Environment.builder().undefined(UndefinedPolicy.STRICT).build();
        assertThat(render(lenient, "[{{ nope }}{{ nope is defined }}]")).isEqualTo("[False]");
        assertThatThrownBy(() -> render(lenient, "{{ nope.a }}")).hasMessage("t:1:8: 'nope' is undefined");
        assertThat(render(chainable, "[{{ nope.a['b'].c }}]")).isEqualTo("[]");
        assertThat(render(strict, "{{ nope is defined }}{{ nope|default('d') }}"))
                .isEqualTo("Falsed");
        for (String use : List.of("{{ nope }}", "{% if nope %}{% endif %}", "{% for x in nope %}{% endfor %}")) {
            assertThatThrownBy(() -> render(strict, use)).isInstanceOf(JinjaException.class);
        }
    }

    @Test
    void whiteSpaceAroundTagsIsTheEnvironmentsChoice() {
        String template = "a\n  {% if true %}\n  b\n  {% endif %}\nc\n";
        assertThat(render(Environment.standard(), template)).isEqualTo("a\n  \n  b\n  \nc");
        assertThat(render(Environment.builder().trimBlocks().build(), template)).isEqualTo("a\n    b\n  c");
        assertThat(render(Environment.builder().trimBlocks().lstripBlocks().build(), template))
                .isEqualTo("a\n  b\nc");
        assertThat(render(Environment.builder().keepTrailingNewline().build(), "a\n"))
                .isEqualTo("a\n");
    }

    @Test
    void valuesOfTheHostAreWhatTheyLookLike() {
        Map<String, Object> context = Map.of(
                "small",
                7,
                "exact",
                new BigDecimal("1.10"),
                "day",
                LocalDate.of(2024, 2, 29),
                "single",
                Set.of("a"),
                "keys",
                Map.of(1, "one"),
                "host",
                (HasAttributes) name -> name.equals("id") ? 5L : Absent.ABSENT);
        String template = "{{ small + 1 }} {{ exact * 2 }} {{ day }} {{ day.year }} {{ [day] }} {{ 'a' in single }} "
                + "{{ keys[1] }} {{ host.id }}{{ host.nope }}";
        assertThat(Environment.standard().template("t", template).render(context))
                .isEqualTo("8 2.20 2024-02-29 2024 [datetime.date(2024, 2, 29)] True one 5");
    }

    @Test
    void aContextMayMakeItsValuesWhenAsked() {
        Map<String, Object> context = new AbstractMap<>() {
            @Override
            public Object get(Object key) {
                return "<" + key + ">";
            }

            @Override
            public Set<Entry<String, Object>> entrySet() {
                return Set.of();
            }
        };
        assertThat(Environment.standard().template("t", "{{ a }}{{ b }}").render(context))
                .isEqualTo("<a><b>");
    }

    @Test
    void listsOfTheHostThatDoNotChangeSaySo() {
        Template template = Environment.standard().template("t", "{% do l.append(1) %}");
        assertThatThrownBy(() -> template.render(Map.of("l", List.of()))).isInstanceOf(JinjaException.class);
    }

    @Test
    void filtersTestsAndFunctionsCanBeAdded() {
        Environment environment = Environment.builder()
                .filter("twice", (rendering, value, arguments) -> "" + value + value)
                .test(
                        "short",
                        (rendering, value, arguments) -> String.valueOf(value).length() < 3)
                .function("add(a, b=1)", arguments -> arguments.integer(0) + (long) arguments.integer(1))
                .build();
        assertThat(render(environment, "{{ name|twice }}{{ name is short }}{{ add(1) }}{{ add(b=2, a=3) }}"))
                .isEqualTo("xxTrue25");
    }

    @Test
    void aTemplateRendersOnManyThreadsAtOnce() throws Exception {
        Template template = Environment.standard()
                .template(
                        "t",
                        "{% macro f(n) %}{{ n }}{% if n %}{{ f(n - 1) }}{% endif %}{% endmacro %}"
                                + "{% for i in range(k) %}{{ f(i % 5) }},{% endfor %}");
        List<Callable<Boolean>> tasks = IntStream.range(0, 200)
                .mapToObj(k -> (Callable<Boolean>) () -> {
                    String alone = template.render(Map.of("k", k % 7));
                    return alone.equals(template.render(Map.of("k", k % 7)))
                            && alone.chars().filter(c -> c == ',').count() == k % 7;
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> same : threads.invokeAll(tasks)) {
                assertThat(same.get()).isTrue();
            }
        }
    }

    @Test
    void callsAreFoundWithoutARender() {
        Template template = Environment.standard().template("t", """
                {{ config(materialized='table', tags=['a'], x=dynamic) }}
                {% if false %}{{ ref('a') }}{% endif %}
                {% macro f() %}{{ ref('pkg', 'b', v=2) }}{% endmacro %}
                {{ ref(name) }} {{ adapter.dispatch('m', 'p')('q') }}""");
        List<CallSite> calls = template.calls();
        assertThat(calls)
                .extracting(CallSite::function)
                .containsExactly("config", "ref", "ref", "ref", "adapter.dispatch");
        assertThat(calls.get(0).keyword()).containsOnlyKeys("materialized", "tags");
        assertThat(calls.get(0).literal()).isFalse();
        assertThat(calls.get(1).positional()).isEqualTo(List.of("a"));
        assertThat(calls.get(2).positional()).isEqualTo(List.of("pkg", "b"));
        assertThat(calls.get(2).keyword()).isEqualTo(Map.of("v", 2L));
        assertThat(calls.get(2).place().line()).isEqualTo(3);
        assertThat(calls.get(3).literal()).isFalse();
        assertThat(calls.get(3).positional()).isEmpty();
    }

    @Test
    void aCallThatIsAnArgumentOfAnotherIsFoundToo() {
        Template template = Environment.standard().template("t", "{{ a(b(c('x')), d=[e()]) }}");
        assertThat(template.calls()).extracting(CallSite::function).isEqualTo(Arrays.asList("a", "b", "c", "e"));
    }

    @Test
    void anUnknownTagOutsideOfBlocksIsLeftOutWhereThatIsWanted() {
        Environment wanted = Environment.builder().ignoreUnknownTags().build();
        assertThat(render(wanted, "a{% see: x.y %}b{% if true %}c{% endif %}")).isEqualTo("abc");
        assertThatThrownBy(() -> render(wanted, "{% if true %}{% see %}{% endif %}"))
                .hasMessageContaining("unknown tag 'see'");
        assertThatThrownBy(() -> render(Environment.standard(), "{% see %}")).hasMessageContaining("unknown tag 'see'");
    }

    @Test
    void aNoBreakSpaceIsWhiteSpace() {
        assertThat(render(Environment.standard(), "{{\u00a0name\u00a0~ 'y' }}")).isEqualTo("xy");
    }
}
