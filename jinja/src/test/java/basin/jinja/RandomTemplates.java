package basin.jinja;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Makes templates of nested expressions and statements, the same ones for the same seed. Many of them fail, which is
/// as good: both engines have to.
final class RandomTemplates {
    private static final List<String> ATOMS = List.of(
            "1",
            "0",
            "-3",
            "2.5",
            "1e3",
            "7",
            "true",
            "false",
            "none",
            "'a'",
            "'Hello World'",
            "''",
            "' x '",
            "nope",
            "text",
            "numbers[1:]",
            "numbers[:2]",
            "text[::-1]",
            "text[-2:]",
            "numbers",
            "person",
            "people",
            "x",
            "y",
            "[]",
            "{}",
            "()",
            "(1,)",
            "[3, 1, 2]",
            "['b', 'a']",
            "{'k': 1, 'j': 'v'}",
            "12345678901234567890",
            "'5'",
            "'1,2'",
            "person.name",
            "person['age']");
    private static final List<String> BINARY =
            List.of("+", "-", "*", "/", "//", "%", "~", "==", "!=", "<", "<=", ">", ">=", "and", "or", "in", "not in");
    private static final List<String> FILTERS = List.of(
            "upper",
            "lower",
            "title",
            "capitalize",
            "trim",
            "length",
            "first",
            "last",
            "list",
            "string",
            "int",
            "float",
            "abs",
            "round",
            "sum",
            "min",
            "max",
            "join(',')",
            "sort",
            "sort(reverse=true)",
            "unique|list",
            "reverse|list",
            "default('d')",
            "d('e', true)",
            "replace('a', 'b')",
            "batch(2)|list",
            "slice(2)|list",
            "map('string')|list",
            "select|list",
            "reject('none')|list",
            "indent(2)",
            "truncate(5)",
            "wordcount",
            "center(7)",
            "tojson|length",
            "dictsort",
            "items|list",
            "escape|length",
            "striptags",
            "urlencode");
    private static final List<String> TESTS = List.of(
            "defined",
            "none",
            "string",
            "number",
            "mapping",
            "iterable",
            "sequence",
            "boolean",
            "integer",
            "float",
            "odd",
            "even",
            "divisibleby(2)",
            "in [1, 'a']",
            "eq(1)",
            "callable",
            "lower",
            "upper",
            "undefined");
    private static final List<String> METHODS = List.of(
            ".upper()",
            ".split(',')",
            ".split()",
            ".strip()",
            ".replace('a', 'x')",
            ".startswith('a')",
            ".title()",
            ".count('a')",
            ".index('a')",
            ".keys()|list",
            ".values()|list",
            ".items()|list",
            ".get('k')",
            "[0]",
            "[-1]",
            "['k']",
            ".k",
            ".name",
            ".zfill(4)",
            ".find('l')",
            ".partition(' ')",
            ".isdigit()",
            ".copy()",
            ".swapcase()");

    private final Random random;

    RandomTemplates(long seed) {
        this.random = new Random(seed);
    }

    String template() {
        return switch (random.nextInt(8)) {
            case 0 -> "{% for i in " + expression(2) + " %}{{ i }}{{ loop.index }}{% else %}none{% endfor %}";
            case 1 -> "{% if " + expression(2) + " %}yes{% else %}no{% endif %}";
            case 2 -> "{% set v = " + expression(2) + " %}{{ v }}{{ " + expression(1) + " }}";
            case 3 ->
                "{% macro m(a, b=" + expression(1) + ") %}{{ a }}/{{ b }}{% endmacro %}{{ m(" + expression(2) + ") }}";
            default -> "{{ " + expression(3) + " }}";
        };
    }

    private String expression(int depth) {
        if (depth == 0) {
            return pick(ATOMS);
        }
        Supplier<String> inner = () -> expression(random.nextInt(depth));
        return switch (random.nextInt(9)) {
            case 0, 1 -> "(" + inner.get() + " " + pick(BINARY) + " " + inner.get() + ")";
            case 2, 3 -> "(" + inner.get() + ")|" + pick(FILTERS);
            case 4 -> "((" + inner.get() + ") is " + pick(TESTS) + ")";
            case 5, 6 -> "(" + inner.get() + ")" + pick(METHODS);
            case 7 -> "(" + inner.get() + " if " + inner.get() + " else " + inner.get() + ")";
            default -> "[" + inner.get() + ", " + inner.get() + "]";
        };
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
