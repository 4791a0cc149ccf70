package basin.model.context;

import basin.core.problem.Problems;
import basin.core.yaml.YamlList;
import basin.core.yaml.YamlMap;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlReader;
import basin.core.yaml.YamlScalar;
import basin.jinja.operation.Text;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// YAML in templates: `fromyaml()` and `toyaml()`.
final class Yaml {
    /// What may be written without quotes and is still read as a text.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w ./()-]*(?<! )");

    private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

    private Yaml() {}

    /// The value of a text.
    ///
    /// @throws IllegalArgumentException if it is not YAML
    static @Nullable Object parse(String text) {
        Problems problems = new Problems();
        YamlNode node = YamlReader.parse(text, Path.of("fromyaml()"), problems);
        if (node == null || !problems.isEmpty()) {
            throw new IllegalArgumentException("the text is not YAML");
        }
        return text.isBlank() ? null : plain(node);
    }

    private static @Nullable Object plain(YamlNode node) {
        return switch (node) {
            case YamlMap map -> {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                map.entries().forEach((key, entry) -> values.put(key, plain(entry.value())));
                yield values;
            }
            case YamlList list -> {
                List<@Nullable Object> values = new ArrayList<>();
                list.items().forEach(item -> values.add(plain(item)));
                yield values;
            }
            case YamlScalar scalar -> scalar(scalar);
        };
    }

    private static @Nullable Object scalar(YamlScalar scalar) {
        return switch (scalar.kind()) {
            case NOTHING -> null;
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case DECIMAL -> Double.valueOf(scalar.text());
            case INTEGER -> {
                try {
                    yield Long.decode(scalar.text());
                } catch (NumberFormatException large) {
                    yield new BigInteger(scalar.text());
                }
            }
            case TEXT -> scalar.text();
        };
    }

    /// A value as YAML in lines, with a line end behind each.
    ///
    /// @param sorted whether mappings are written in the order of their keys
    static String write(@Nullable Object value, boolean sorted) {
        StringBuilder text = new StringBuilder();
        write(value, sorted, "", text);
        return text.toString();
    }

    private static void write(@Nullable Object value, boolean sorted, String indent, StringBuilder text) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<String, @Nullable Object> entries = sorted ? new TreeMap<>() : new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(scalar(key), entry));
            entries.forEach((key, entry) -> {
                text.append(indent).append(key).append(':');
                below(entry, sorted, indent + (entry instanceof Map<?, ?> ? "  " : ""), text);
            });
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            for (Object item : list) {
                StringBuilder nested = new StringBuilder();
                write(item, sorted, indent + "  ", nested);
                text.append(indent).append("- ").append(nested.substring(isBlock(item) ? indent.length() + 2 : 0));
            }
        } else {
            text.append(scalar(value)).append('\n');
        }
    }

    private static void below(@Nullable Object value, boolean sorted, String indent, StringBuilder text) {
        text.append(isBlock(value) ? "\n" : " ");
        write(value, sorted, indent, text);
    }

    private static boolean isBlock(@Nullable Object value) {
        return (value instanceof Map<?, ?> map && !map.isEmpty()) || (value instanceof List<?> list && !list.isEmpty());
    }

    private static String scalar(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean truth -> truth.toString();
            case Number number -> Text.str(number);
            case Map<?, ?> _ -> "{}";
            case List<?> _ -> "[]";
            default -> text(Text.str(value));
        };
    }

    private static String text(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches();
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
