package basin.jinja.operation;

import basin.jinja.value.DictView;
import basin.jinja.value.HasRepr;
import basin.jinja.value.IntegerRange;
import basin.jinja.value.Tuple;
import basin.jinja.value.Undefined;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A value as text: Python's `str` is how it prints, `repr` how it looks inside of a printed list.
public final class Text {
    /// How deep lists within lists print, so that one that holds itself ends.
    private static final int DEEPEST = 100;

    private Text() {}

    public static String str(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String text -> text;
            case Long number -> number.toString();
            case Boolean truth -> truth ? "True" : "False";
            case Temporal time -> TemporalText.str(time);
            case ZoneId zone -> TemporalText.str(zone);
            case Duration duration -> TemporalText.str(duration);
            case Undefined undefined -> {
                undefined.printed();
                yield "";
            }
            default -> repr(value, true, 0);
        };
    }

    public static String repr(@Nullable Object value) {
        return repr(value, false, 0);
    }

    private static String repr(@Nullable Object value, boolean outermost, int depth) {
        return switch (value) {
            case null -> "None";
            case String text -> quoted(text);
            case Boolean truth -> truth ? "True" : "False";
            case Double number -> FloatText.of(number);
            case Float number -> FloatText.of(Double.parseDouble(number.toString()));
            case BigDecimal number -> outermost ? number.toString() : "Decimal('" + number + "')";
            case Number number -> number.toString();
            case IntegerRange range -> range.toString();
            case Tuple tuple -> elements("(", tuple, tuple.size() == 1 ? ",)" : ")", depth);
            case List<?> list -> elements("[", list, "]", depth);
            case Map<?, ?> map -> entries(map, depth);
            case Set<?> set -> set.isEmpty() ? "set()" : elements("{", set, "}", depth);
            case DictView view -> elements(view.name() + "([", view, "])", depth);
            case Temporal time -> TemporalText.repr(time);
            case ZoneId zone -> TemporalText.repr(zone);
            case Duration duration -> TemporalText.repr(duration);
            case Undefined undefined -> "Undefined";
            case HasRepr host when !outermost -> host.repr();
            default -> value.toString();
        };
    }

    private static String elements(String open, Collection<?> elements, String close, int depth) {
        if (depth > DEEPEST) {
            return open + "..." + close;
        }
        StringBuilder text = new StringBuilder(open);
        for (Iterator<?> each = elements.iterator(); each.hasNext(); ) {
            text.append(repr(each.next(), false, depth + 1));
            if (each.hasNext()) {
                text.append(", ");
            }
        }
        return text.append(close).toString();
    }

    private static String entries(Map<?, ?> map, int depth) {
        if (depth > DEEPEST) {
            return "{...}";
        }
        StringBuilder text = new StringBuilder("{");
        map.forEach((key, value) -> {
            if (text.length() > 1) {
                text.append(", ");
            }
            text.append(repr(key, false, depth + 1)).append(": ").append(repr(value, false, depth + 1));
        });
        return text.append('}').toString();
    }

    /// A string literal that means this text: in single quotes, or in double ones where that saves backslashes.
    public static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder literal = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                case '\\' -> literal.append("\\\\");
                default -> {
                    if (c == quote) {
                        literal.append('\\').append(quote);
                    } else if (isPrintable(c)) {
                        literal.appendCodePoint(c);
                    } else {
                        literal.append(escape(c));
                    }
                }
            }
        });
        return literal.append(quote).toString();
    }

    private static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escape(int c) {
        if (c < 0x100) {
            return String.format("\\x%02x", c);
        }
        return c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
    }
}
