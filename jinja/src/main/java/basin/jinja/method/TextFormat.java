package basin.jinja.method;

import basin.jinja.error.JinjaException;
import basin.jinja.operation.FormatSpec;
import basin.jinja.operation.Items;
import basin.jinja.operation.Text;
import basin.jinja.value.Absent;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `'{} of {name!r:>10}'.format(...)`
final class TextFormat {
    private static final Pattern FIRST = Pattern.compile("[^.\\[]*");
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[([^\\]]+)\\]");

    private final List<@Nullable Object> positional;
    private final @Nullable Object named;
    private int next;

    private TextFormat(List<@Nullable Object> positional, @Nullable Object named) {
        this.positional = positional;
        this.named = named;
    }

    /// @param named has the values of names as its items
    static String format(String format, List<@Nullable Object> positional, @Nullable Object named) {
        return new TextFormat(positional, named).resolve(format, 2);
    }

    /// @param depth how deep replacement fields may be nested
    private String resolve(String format, int depth) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            boolean doubled = at + 1 < format.length() && format.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                text.append(c);
                at += 2;
            } else if (c == '{') {
                int close = close(format, at);
                text.append(field(format.substring(at + 1, close), depth));
                at = close + 1;
            } else if (c == '}') {
                throw JinjaException.of("a single '}' stands in the format");
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    private static int close(String format, int open) {
        int depth = 0;
        for (int at = open; at < format.length(); at++) {
            depth += format.charAt(at) == '{' ? 1 : format.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw JinjaException.of("a '{' of the format is not closed");
    }

    private String field(String field, int depth) {
        if (depth == 0) {
            throw JinjaException.of("the format is nested too deeply");
        }
        int colon = field.indexOf(':');
        String head = colon < 0 ? field : field.substring(0, colon);
        int bang = head.indexOf('!');
        String path = bang < 0 ? head : head.substring(0, bang);
        Object value = value(path);
        if (bang >= 0) {
            value = head.endsWith("!r") ? Text.repr(value) : Text.str(value);
        }
        String spec = colon < 0 ? "" : resolve(field.substring(colon + 1), depth - 1);
        if (value instanceof Temporal time && !spec.isEmpty()) {
            return Strftime.format(time, spec);
        }
        return spec.isEmpty() ? Text.str(value) : FormatSpec.parse(spec).format(value);
    }

    private @Nullable Object value(String path) {
        Matcher first = FIRST.matcher(path);
        String name = first.lookingAt() ? first.group() : "";
        Object value = argument(name);
        Matcher step = STEP.matcher(path);
        for (int at = name.length(); at < path.length(); at = step.end()) {
            if (!step.find(at) || step.start() != at) {
                throw JinjaException.of("'{" + path + "}' is not a field of a format");
            }
            value = step.group(1) != null ? Attributes.of(value, step.group(1)) : Items.of(value, key(step.group(2)));
            if (value == Absent.ABSENT) {
                throw JinjaException.of("'{" + path + "}' names something that is not there");
            }
        }
        return value;
    }

    private static Object key(String written) {
        return written.matches("\\d{1,9}") ? (Object) Long.valueOf(written) : written;
    }

    private @Nullable Object argument(String name) {
        if (name.isEmpty() || name.matches("\\d{1,9}")) {
            int index = name.isEmpty() ? next++ : Integer.parseInt(name);
            if (index >= positional.size()) {
                throw JinjaException.of(
                        "the format needs at least " + (index + 1) + " values, and got " + positional.size());
            }
            return positional.get(index);
        }
        Object value = Items.of(named, name);
        if (value == Absent.ABSENT) {
            throw JinjaException.of("the format names '" + name + "', which is not given");
        }
        return value;
    }
}
