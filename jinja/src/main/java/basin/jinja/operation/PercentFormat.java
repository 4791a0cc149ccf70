package basin.jinja.operation;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Absent;
import basin.jinja.value.HasItems;
import basin.jinja.value.Tuple;
import basin.jinja.value.Undefined;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `'%s has %d' % (name, count)`, also by name: `'%(name)s' % {'name': 'x'}`.
public final class PercentFormat {
    private static final Pattern DIRECTIVE =
            Pattern.compile("%(?:\\(([^)]*)\\))?([-+ #0]*)(\\*|\\d+)?(?:\\.(\\*|\\d+))?[hlL]?(.)?", Pattern.DOTALL);

    private final Object arguments;
    private final List<?> positional;
    private boolean named;
    private int used;

    private PercentFormat(@Nullable Object arguments) {
        this.arguments = arguments == null ? Absent.ABSENT : arguments;
        this.positional = arguments instanceof Tuple tuple ? tuple : Tuple.of(arguments);
    }

    /// @param arguments a tuple of values, one value alone, or a map for directives with names
    public static String format(String format, @Nullable Object arguments) {
        PercentFormat state = new PercentFormat(arguments);
        StringBuilder text = new StringBuilder();
        Matcher directive = DIRECTIVE.matcher(format);
        int end = 0;
        while (directive.find(end)) {
            text.append(format, end, directive.start()).append(state.resolve(directive));
            end = directive.end();
        }
        text.append(format, end, format.length());
        boolean unused = !state.named && state.used < state.positional.size();
        if (unused && !hasItems(arguments)) {
            throw JinjaException.of("not all arguments were used by the '%' format");
        }
        return text.toString();
    }

    /// Python forgives what could have been a map of names.
    private static boolean hasItems(@Nullable Object arguments) {
        return arguments instanceof Map<?, ?>
                || arguments instanceof HasItems
                || arguments instanceof Undefined
                || (arguments instanceof List<?> && !(arguments instanceof Tuple));
    }

    private String resolve(Matcher directive) {
        String type = directive.group(5);
        if (type == null) {
            throw JinjaException.of("the '%' format ends within a directive");
        }
        if (type.equals("%")) {
            return "%";
        }
        String flags = directive.group(2);
        int width = size(directive.group(3), 0);
        int precision = size(directive.group(4), -1);
        boolean left = flags.contains("-") || width < 0;
        return layout(value(directive.group(1)), type, flags, left, Math.abs(width), precision);
    }

    private int size(@Nullable String written, int otherwise) {
        if (written == null) {
            return otherwise;
        }
        return written.equals("*") ? Numbers.index(value(null), "a width") : Integer.parseInt(written);
    }

    private @Nullable Object value(@Nullable String name) {
        if (name != null) {
            named = true;
            Object value = Items.of(arguments, name);
            if (value == Absent.ABSENT) {
                throw JinjaException.of("the '%' format names '" + name + "', which is not given");
            }
            return value;
        }
        if (used >= positional.size()) {
            throw JinjaException.of("not enough arguments for the '%' format");
        }
        return positional.get(used++);
    }

    private static String layout(
            @Nullable Object value, String type, String flags, boolean left, int width, int precision) {
        char sign = flags.contains("+") ? '+' : flags.contains(" ") ? ' ' : '-';
        boolean zero = flags.contains("0") && !left;
        return switch (type) {
            case "s", "r", "a" -> {
                String text = type.equals("s") ? Text.str(value) : Text.repr(value);
                yield new FormatSpec(' ', left ? '<' : '>', '-', false, width, "", precision, "s").format(text);
            }
            case "c" -> {
                Object character = value instanceof String text
                        ? text
                        : FormatSpec.parse("c").format(value);
                yield new FormatSpec(' ', left ? '<' : '>', '-', false, width, "", -1, "s").format(character);
            }
            case "d", "i", "u", "x", "X", "o", "e", "E", "f", "F", "g", "G" -> {
                boolean whole = "diuxXo".contains(type);
                Number number = Numbers.normal(value);
                if (number == null) {
                    throw JinjaException.of("%" + type + " needs a number, not " + TypeName.of(value));
                }
                String letter = type.equals("i") || type.equals("u") ? "d" : type;
                char align = left ? '<' : zero ? '=' : '>';
                int digits = whole ? -1 : precision;
                FormatSpec spec =
                        new FormatSpec(zero ? '0' : ' ', align, sign, flags.contains("#"), width, "", digits, letter);
                yield spec.format(whole ? Numbers.truncated(number) : (Object) number.doubleValue());
            }
            default -> throw JinjaException.of("'%" + type + "' is not a format");
        };
    }
}
