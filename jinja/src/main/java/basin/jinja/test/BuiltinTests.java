package basin.jinja.test;

import basin.jinja.call.Test;
import basin.jinja.operation.Arithmetic;
import basin.jinja.operation.Comparison;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Numbers;
import basin.jinja.operation.Text;
import basin.jinja.value.Callable;
import basin.jinja.value.MappingLike;
import basin.jinja.value.Undefined;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All tests, by name.
public final class BuiltinTests {
    private static final Map<String, Test> ALL = Map.copyOf(table());

    private BuiltinTests() {}

    public static Map<String, Test> all() {
        return ALL;
    }

    private static Map<String, Test> table() {
        Map<String, Test> tests = new HashMap<>();
        kinds(tests);
        numbers(tests);
        comparisons(tests);
        add(
                tests,
                "lower(value)",
                (r, a) -> isCased(a.get(0), Text.str(a.get(0)).toLowerCase(Locale.ROOT)));
        add(
                tests,
                "upper(value)",
                (r, a) -> isCased(a.get(0), Text.str(a.get(0)).toUpperCase(Locale.ROOT)));
        add(tests, "escaped(value)", (r, a) -> false);
        add(tests, "filter(value)", (r, a) -> a.get(0) instanceof String name && r.hasFilter(name));
        add(tests, "test(value)", (r, a) -> a.get(0) instanceof String name && r.hasTest(name));
        return tests;
    }

    private static void kinds(Map<String, Test> tests) {
        add(tests, "defined(value)", (r, a) -> !(a.get(0) instanceof Undefined));
        add(tests, "undefined(value)", (r, a) -> a.get(0) instanceof Undefined);
        add(tests, "none(value)", (r, a) -> a.get(0) == null);
        add(tests, "boolean(value)", (r, a) -> a.get(0) instanceof Boolean);
        add(tests, "true(value)", (r, a) -> Boolean.TRUE.equals(a.get(0)));
        add(tests, "false(value)", (r, a) -> Boolean.FALSE.equals(a.get(0)));
        add(tests, "string(value)", (r, a) -> a.get(0) instanceof String);
        add(tests, "mapping(value)", (r, a) -> isMapping(a.get(0)));
        add(tests, "iterable(value)", (r, a) -> Iteration.isIterable(a.get(0)));
        add(tests, "sequence(value)", (r, a) -> isSequence(a.get(0)));
        add(tests, "callable(value)", (r, a) -> a.get(0) instanceof Callable || a.get(0) instanceof Undefined);
    }

    private static boolean isMapping(@Nullable Object value) {
        return value instanceof Map<?, ?> || value instanceof MappingLike;
    }

    /// Jinja2 asks for a length and items, which maps have as well.
    private static boolean isSequence(@Nullable Object value) {
        return value instanceof String || value instanceof List<?> || isMapping(value) || value instanceof Undefined;
    }

    private static void numbers(Map<String, Test> tests) {
        add(tests, "number(value)", (r, a) -> Numbers.isNumber(a.get(0)));
        add(tests, "integer(value)", (r, a) -> Numbers.isWhole(a.get(0)) && !(a.get(0) instanceof Boolean));
        add(tests, "float(value)", (r, a) -> a.get(0) instanceof Double || a.get(0) instanceof Float);
        add(tests, "odd(value)", (r, a) -> Comparison.equal(Arithmetic.modulo(a.get(0), 2L), 1L));
        add(tests, "even(value)", (r, a) -> Comparison.equal(Arithmetic.modulo(a.get(0), 2L), 0L));
        add(tests, "divisibleby(value, num)", (r, a) -> Comparison.equal(Arithmetic.modulo(a.get(0), a.get(1)), 0L));
    }

    private static void comparisons(Map<String, Test> tests) {
        for (String name : List.of("eq", "equalto", "==")) {
            add(tests, name + "(value, other)", (r, a) -> Comparison.equal(a.get(0), a.get(1)));
        }
        for (String name : List.of("ne", "!=")) {
            add(tests, name + "(value, other)", (r, a) -> !Comparison.equal(a.get(0), a.get(1)));
        }
        for (String name : List.of("lt", "lessthan", "<")) {
            add(tests, name + "(value, other)", (r, a) -> Comparison.compare(a.get(0), a.get(1), "<") < 0);
        }
        for (String name : List.of("le", "<=")) {
            add(tests, name + "(value, other)", (r, a) -> Comparison.compare(a.get(0), a.get(1), "<=") <= 0);
        }
        for (String name : List.of("gt", "greaterthan", ">")) {
            add(tests, name + "(value, other)", (r, a) -> Comparison.compare(a.get(0), a.get(1), ">") > 0);
        }
        for (String name : List.of("ge", ">=")) {
            add(tests, name + "(value, other)", (r, a) -> Comparison.compare(a.get(0), a.get(1), ">=") >= 0);
        }
        add(tests, "in(value, seq)", (r, a) -> Iteration.contains(a.get(1), a.get(0)));
        add(tests, "sameas(value, other)", (r, a) -> isSame(a.get(0), a.get(1)));
    }

    /// Small values have no identity in Java: they are the same where type and value are.
    @SuppressWarnings("ReferenceEquality") // identity is what is asked for
    private static boolean isSame(@Nullable Object left, @Nullable Object right) {
        return switch (left) {
            case String text -> text.equals(right);
            case Number number -> number.equals(right);
            case Boolean truth -> truth.equals(right);
            case null, default -> left == right;
        };
    }

    private static boolean isCased(@Nullable Object value, String cased) {
        String text = Text.str(value);
        return text.equals(cased) && text.codePoints().anyMatch(Character::isLetter);
    }

    private static void add(Map<String, Test> tests, String signature, Test.Body body) {
        tests.put(signature.substring(0, signature.indexOf('(')), Test.of(signature, body));
    }
}
