package basin.model.properties;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.model.document.Item;
import basin.model.document.Mapping;
import basin.model.document.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A generic test as a properties file declares it, in any of its spellings:
///
/// ```yaml
/// data_tests:
///   - not_null
///   - accepted_values: {arguments: {values: [a, b]}, config: {severity: warn}}
///   - dbt_utils.expression_is_true: {expression: "a > b"}
///   - {name: my_name, test_name: unique, config: {where: "a = 1"}}
/// ```
///
/// @param test the macro's name without `test_`
/// @param namespace the package before it; null if none is written
/// @param name the name that the project chose; null for the one that dbt gives
/// @param description as written; null if there is none
/// @param arguments of the macro, unrendered
/// @param config rendered
record TestDeclaration(
        String test,
        @Nullable String namespace,
        @Nullable String name,
        @Nullable String description,
        Map<String, @Nullable Object> arguments,
        Map<String, @Nullable Object> config,
        Place.InFile place) {
    private static final Set<String> CONFIG_KEYS = Set.of(
            "severity",
            "tags",
            "enabled",
            "where",
            "limit",
            "warn_if",
            "error_if",
            "fail_calc",
            "store_failures",
            "store_failures_as",
            "meta",
            "database",
            "schema",
            "alias");
    private static final Pattern NAME = Pattern.compile("(?:([a-zA-Z_]\\w*)\\.)?([a-zA-Z_]\\w*)");
    private static final String TEST_NAME = "test_name";

    /// Reads an item of `data_tests`, or returns null if it is none, which is then a mistake.
    static @Nullable TestDeclaration of(Item item, Reading reading) {
        Mapping mapping = item.mapping();
        String simple = item.text();
        if (simple != null) {
            return named(simple, Map.of(), null, item.place(), reading);
        }
        if (mapping == null) {
            return refuse(item.place(), "a test must be a name or a mapping, but is " + item.describe(), reading);
        }
        if (mapping.has(TEST_NAME)) {
            String test = mapping.rawText(TEST_NAME);
            Map<String, @Nullable Object> values = mapping.rawValues();
            values.remove(TEST_NAME);
            return test == null ? null : named(test, values, mapping, item.place(), reading);
        }
        if (mapping.keys().size() != 1) {
            return refuse(
                    item.place(),
                    "a test must be one name, but here are " + String.join(", ", mapping.keys()),
                    reading);
        }
        String test = mapping.keys().iterator().next();
        if (mapping.isNothing(test)) {
            return named(test, Map.of(), null, item.place(), reading);
        }
        Mapping below = mapping.mapping(test);
        return below == null ? null : named(test, below.rawValues(), below, item.place(), reading);
    }

    private static @Nullable TestDeclaration named(
            String written,
            Map<String, @Nullable Object> values,
            @Nullable Mapping mapping,
            Place.InFile place,
            Reading reading) {
        Matcher matcher = NAME.matcher(written);
        if (!matcher.matches()) {
            return refuse(place, "'" + written + "' can not be the name of a test", reading);
        }
        if (values.containsKey("model")) {
            return refuse(place, "the argument 'model' of a test is given by where the test is declared", reading);
        }
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(values);
        Map<String, @Nullable Object> config = new LinkedHashMap<>();
        for (String key : CONFIG_KEYS) {
            if (arguments.containsKey(key)) {
                arguments.remove(key);
                put(config, key, mapping == null ? null : mapping.value(key));
            }
        }
        Mapping under = mapping == null ? null : mapping.mapping("config");
        if (under != null) {
            under.keys().forEach(key -> put(config, key.startsWith("+") ? key.substring(1) : key, under.value(key)));
        }
        arguments.remove("config");
        String description = text(arguments.remove("description"));
        String name = text(arguments.remove("name"));
        if (arguments.remove("arguments") instanceof Map<?, ?> nested) {
            nested.forEach((key, value) -> arguments.put(String.valueOf(key), value));
        }
        return new TestDeclaration(matcher.group(2), matcher.group(1), name, description, arguments, config, place);
    }

    private static void put(Map<String, @Nullable Object> config, String key, @Nullable Object value) {
        if (value != null) {
            config.put(key, value);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable TestDeclaration refuse(Place.InFile place, String what, Reading reading) {
        reading.findings()
                .mistakes()
                .add(Problem.wrong(what, place)
                        .advise("write '- not_null', or '- accepted_values: {arguments: {values: [...]}}'"));
        return null;
    }

    /// The tags among its configuration.
    List<String> tags() {
        return switch (config.get("tags")) {
            case null -> List.of();
            case List<?> many -> many.stream().map(String::valueOf).toList();
            case Object single -> List.of(single.toString());
        };
    }
}
