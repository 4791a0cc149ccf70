package basin.jinja.filter;

import basin.jinja.error.JinjaException;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Numbers;
import basin.jinja.operation.Text;
import basin.jinja.operation.TypeName;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Values as JSON, laid out as Python's `json.dumps` does: `{"a": [1, null]}`, letters beyond ASCII escaped.
public final class Json {
    private static final int DEEPEST = 200;

    private final StringBuilder text = new StringBuilder();
    private final int indent;
    private final boolean sorted;

    private Json(int indent, boolean sorted) {
        this.indent = indent;
        this.sorted = sorted;
    }

    /// @param indent spaces for each level; everything stands on one line where it is zero
    /// @param sorted whether the keys of maps are in order
    public static String write(@Nullable Object value, int indent, boolean sorted) {
        Json json = new Json(indent, sorted);
        json.value(value, 0);
        return json.text.toString();
    }

    /// The same JSON without characters that mean something in HTML.
    static String htmlSafe(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("'", "\\u0027");
    }

    private void value(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw JinjaException.of("a value that is nested this deeply can not be written as JSON");
        }
        switch (value) {
            case null -> text.append("null");
            case Boolean truth -> text.append(truth ? "true" : "false");
            case String string -> string(string);
            case BigDecimal number -> text.append(number.toPlainString());
            case Number number -> number(number);
            case Map<?, ?> map -> map(map, depth);
            case List<?> list -> list(list, depth);
            default -> throw JinjaException.of(TypeName.of(value) + " can not be written as JSON");
        }
    }

    private void number(Number number) {
        Number normal = Numbers.normal(number);
        String written = Text.str(normal);
        text.append(
                switch (written) {
                    case "nan" -> "NaN";
                    case "inf" -> "Infinity";
                    case "-inf" -> "-Infinity";
                    default -> written;
                });
    }

    private void string(String string) {
        text.append('"');
        for (int at = 0; at < string.length(); at++) {
            char c = string.charAt(at);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> text.append(c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        text.append('"');
    }

    private void list(List<?> list, int depth) {
        text.append('[');
        for (int i = 0; i < list.size(); i++) {
            separate(i == 0, depth + 1);
            value(list.get(i), depth + 1);
        }
        end(list.isEmpty(), depth, ']');
    }

    private void map(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        Iteration.of(map).forEachRemaining(key -> entries.put(key(key), map.get(key)));
        text.append('{');
        boolean first = true;
        for (Map.Entry<String, @Nullable Object> entry : (sorted ? new TreeMap<>(entries) : entries).entrySet()) {
            separate(first, depth + 1);
            first = false;
            string(entry.getKey());
            text.append(": ");
            value(entry.getValue(), depth + 1);
        }
        end(map.isEmpty(), depth, '}');
    }

    private static String key(@Nullable Object key) {
        return switch (key) {
            case null -> "null";
            case Boolean truth -> truth ? "true" : "false";
            case String string -> string;
            case Number number -> Text.str(Numbers.normal(number));
            default -> throw JinjaException.of(TypeName.of(key) + " can not be a key of JSON");
        };
    }

    private void separate(boolean first, int depth) {
        text.append(first ? "" : indent > 0 ? "," : ", ");
        line(depth);
    }

    private void end(boolean empty, int depth, char close) {
        if (!empty) {
            line(depth);
        }
        text.append(close);
    }

    private void line(int depth) {
        if (indent > 0) {
            text.append('\n').repeat(' ', indent * depth);
        }
    }
}
