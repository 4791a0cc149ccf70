package basin.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import basin.jinja.call.Function;
import basin.jinja.error.JinjaException;
import basin.jinja.error.JinjaException.Kind;
import basin.jinja.error.MacroCall;
import basin.jinja.error.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A mistake says what, where and on which way, in a sentence.
final class MistakeTest {
    private static final Environment ENVIRONMENT =
            Environment.builder().withReturn().blockTags(List.of("snapshot")).build();

    private static JinjaException mistake(String template) {
        return catchThrowableOfType(
                JinjaException.class,
                () -> ENVIRONMENT
                        .template("a.sql", template)
                        .render(Map.of("n", 1L, "fail", Function.of("fail()", a -> {
                            throw new IllegalStateException("the disk is full");
                        }))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "{{ nope.attr }} -> 'nope' is undefined",
                "{{ n.attr.more }} -> 'int object' has no attribute 'attr'",
                "{{ nope() }} -> 'nope' is undefined",
                "{{ n() }} -> int can not be called",
                "{{ n + 'x' }} -> + can not be applied to int and str",
                "{{ n < 'x' }} -> '<' can not compare int with str",
                "{{ 1 / 0 }} -> division by zero",
                "{{ n|uper }} -> unknown filter 'uper'. Did you mean 'upper'?",
                "{{ n is nmber }} -> unknown test 'nmber'. Did you mean 'number'?",
                "{{ 'x'.replace('a') }} -> 'replace' needs its argument 'new'",
                "{{ 'x'|join(1, 2, 3) }} -> filter 'join' takes at most 2 arguments, 3 given",
                "{{ 'x'|truncate(lenght=3) }} -> filter 'truncate' takes no argument named 'lenght'. Did you mean 'length'?",
                "{% macro f(a, b) %}{% endmacro %}{{ f(1, 2, 3) }} -> macro 'f' takes at most 2 arguments, 3 given",
                "{% macro f(a) %}{% endmacro %}{{ f(1, a=2) }} -> macro 'f' got two values for its argument 'a'",
                "{% macro f(name) %}{% endmacro %}{{ f(nmae=2) }} -> macro 'f' takes no argument named 'nmae'. Did you mean 'name'?",
                "{% for a, b in [[1, 2, 3]] %}{% endfor %} -> expected 2 values to unpack, found 3",
                "{% for x in n %}{% endfor %} -> int can not be iterated over",
                "{% set n.x = 1 %} -> 'n' is no namespace: only attributes of a namespace() can be set",
                "{{ return(1) }} -> return() was called outside of a macro",
                "{{ fail() }} -> the disk is full",
                "{% include 'x' %} -> there is no template 'x'",
            })
    void isASentence(String template, String reason) {
        assertThat(mistake(template).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "{{ 1 + }} -> expected an expression, found '}}'",
                "{% if n %}x -> this 'if' is not closed: '{% endif %}' is missing",
                "{% iff n %} -> unknown tag 'iff'. Did you mean 'if'?",
                "{% snapshto x %} -> unknown tag 'snapshto'. Did you mean 'snapshot'?",
                "{% endif %} -> 'endif' closes nothing that is open here",
                "{{ 'abc }} -> this string is not closed: ' is missing",
                "{{ f(a -> this '{{' is not closed: '}}' is missing",
                "{# open -> this comment is not closed: '#}' is missing",
                "{% raw %}x -> this 'raw' block is not closed: '{% endraw %}' is missing",
                "{{ (1] }} -> unexpected ']', expected ')'",
                "{{ f(a=1, 2) }} -> an argument without a name can not follow one with a name",
                "{% for x n %}{% endfor %} -> expected 'in', found 'n'",
                "{% macro f(a=1, b) %}{% endmacro %} -> the parameter 'b' needs a default, since one before it has one",
                "{% break %} -> 'break' stands outside of a loop",
                "{{ a $ b }} -> unexpected character '$'",
            })
    void ofSyntaxIsASentence(String template, String reason) {
        JinjaException mistake = mistake(template);
        assertThat(mistake.reason()).isEqualTo(reason);
        assertThat(mistake.kind()).isEqualTo(Kind.SYNTAX);
    }

    @Test
    void hasThePlaceOfTheInnermostExpression() {
        assertThat(mistake("one\ntwo {{ [1,\n   nope.attr] }}").place()).isEqualTo(new Place("a.sql", 3, 8));
        assertThat(mistake("a\r\nb\r\n{{ 1 / 0 }}").place()).isEqualTo(new Place("a.sql", 3, 6));
        assertThat(mistake("{% if a %}\n{% if b %}\n{% endif %}").place()).isEqualTo(new Place("a.sql", 1, 4));
    }

    @Test
    void hasTheMacrosOnTheWay() {
        JinjaException mistake = mistake("""
                {% macro inner(x) %}
                  {{ x.y.z }}
                {% endmacro %}
                {% macro outer() %}
                  {{ inner(1) }}
                {% endmacro %}
                {{ outer() }}""");
        assertThat(mistake.calls())
                .containsExactly(
                        new MacroCall("inner", new Place("a.sql", 5, 6)),
                        new MacroCall("outer", new Place("a.sql", 7, 4)));
        assertThat(mistake).hasMessage("""
                a.sql:2:9: 'int object' has no attribute 'y'
                  in macro 'inner', called at a.sql:5:6
                  in macro 'outer', called at a.sql:7:4""");
    }

    @Test
    void ofWrongArgumentsIsTheCallers() {
        JinjaException mistake = mistake("{% macro f() %}{% endmacro %}\n{{ f(1) }}");
        assertThat(mistake.place()).isEqualTo(new Place("a.sql", 2, 4));
        assertThat(mistake.calls()).isEmpty();
    }

    @Test
    void ofTheHostStaysAvailable() {
        assertThat(mistake("{{ fail() }}")).hasCauseInstanceOf(IllegalStateException.class);
    }
}
