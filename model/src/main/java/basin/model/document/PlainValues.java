package basin.model.document;

import basin.core.yaml.YamlList;
import basin.core.yaml.YamlMap;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlScalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Turns YAML into plain Java values: text, `Long` or `BigInteger`, `Double`, `Boolean`, `List`, `Map`, null. Lists and
/// mappings are new each time, and may be changed.
final class PlainValues {
    private PlainValues() {}

    /// The value as it is written, templates as texts.
    static @Nullable Object of(YamlNode node) {
        return of(node, (scalar, text) -> text);
    }

    /// @param text what becomes of a text
    static @Nullable Object of(YamlNode node, BiFunction<YamlScalar, String, @Nullable Object> text) {
        return switch (node) {
            case YamlMap map -> {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                map.entries().forEach((key, entry) -> values.put(key, of(entry.value(), text)));
                yield values;
            }
            case YamlList list -> {
                List<@Nullable Object> values = new ArrayList<>(list.items().size());
                list.items().forEach(item -> values.add(of(item, text)));
                yield values;
            }
            case YamlScalar scalar ->
                switch (scalar.kind()) {
                    case TEXT -> text.apply(scalar, scalar.text());
                    case INTEGER -> integer(scalar.text());
                    case DECIMAL -> decimal(scalar.text());
                    case BOOLEAN -> truth(scalar.text());
                    case NOTHING -> null;
                };
        };
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> true;
            default -> false;
        };
    }

    /// YAML 1.1 knows decimal, octal (`0...`), hexadecimal, binary and sixty-based numbers (`1:30`).
    private static Number integer(String text) {
        boolean negative = text.startsWith("-");
        String digits = (negative || text.startsWith("+") ? text.substring(1) : text).replace("_", "");
        BigInteger value;
        if (digits.startsWith("0x")) {
            value = new BigInteger(digits.substring(2), 16);
        } else if (digits.startsWith("0b")) {
            value = new BigInteger(digits.substring(2), 2);
        } else if (digits.startsWith("0") && digits.length() > 1) {
            value = new BigInteger(digits.substring(1), 8);
        } else {
            value = BigInteger.ZERO;
            for (String part : digits.split(":")) {
                value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
            }
        }
        if (negative) {
            value = value.negate();
        }
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    private static double decimal(String text) {
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        return switch (digits) {
            case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
            case "-.inf" -> Double.NEGATIVE_INFINITY;
            case ".nan" -> Double.NaN;
            default -> Double.parseDouble(digits);
        };
    }
}
