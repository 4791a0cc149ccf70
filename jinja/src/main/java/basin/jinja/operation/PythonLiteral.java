package basin.jinja.operation;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a value written as a Python literal: numbers, strings, `True`, `False`, `None`, lists, tuples, dicts, sets.
/// Nothing is ever run.
public final class PythonLiteral {
    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /// The value that a text means.
    ///
    /// @throws JinjaException where the text is no literal
    public static @Nullable Object parse(String text) {
        PythonLiteral reader = new PythonLiteral(text);
        Object value = reader.elements();
        if (reader.at < text.length()) {
            throw reader.mistake();
        }
        return value;
    }

    /// The value that a text means, or the text itself where it is no literal: what Jinja2's native rendering does.
    public static @Nullable Object parseOrText(String text) {
        try {
            return parse(text);
        } catch (JinjaException noLiteral) {
            return text;
        }
    }

    private JinjaException mistake() {
        return JinjaException.of("not a Python literal: " + Text.quoted(text));
    }

    /// One value, or a tuple without parentheses.
    private @Nullable Object elements() {
        skipSpace();
        Object first = value();
        if (!skip(',')) {
            return first;
        }
        List<@Nullable Object> elements = new ArrayList<>();
        elements.add(first);
        while (at < text.length()) {
            elements.add(value());
            if (!skip(',')) {
                break;
            }
        }
        return Tuple.copyOf(elements);
    }

    private @Nullable Object value() {
        if (at >= text.length() || ++depth > DEEPEST) {
            throw mistake();
        }
        char c = text.charAt(at);
        Object value = switch (c) {
            case '[' -> list(']');
            case '(' -> tuple();
            case '{' -> dictOrSet();
            case '\'', '"' -> string();
            default -> c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9') ? number() : word();
        };
        depth--;
        skipSpace();
        return value;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean skip(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            return false;
        }
        at++;
        skipSpace();
        return true;
    }

    private List<@Nullable Object> list(char close) {
        at++;
        skipSpace();
        List<@Nullable Object> elements = new ArrayList<>();
        while (!skip(close)) {
            elements.add(value());
            boolean more = skip(',');
            if (!more && (at >= text.length() || text.charAt(at) != close)) {
                throw mistake();
            }
        }
        return elements;
    }

    private @Nullable Object tuple() {
        int start = at;
        List<@Nullable Object> elements = list(')');
        boolean single =
                elements.size() == 1 && !text.substring(start, at).strip().matches("(?s).*,\\s*\\)");
        return single ? elements.getFirst() : Tuple.copyOf(elements);
    }

    private Object dictOrSet() {
        at++;
        skipSpace();
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        if (skip('}')) {
            return map;
        }
        Object first = value();
        if (!skip(':')) {
            return set(first);
        }
        map.put(first, value());
        while (!skip('}')) {
            if (!skip(',')) {
                throw mistake();
            }
            if (skip('}')) {
                return map;
            }
            Object key = value();
            if (!skip(':')) {
                throw mistake();
            }
            map.put(key, value());
        }
        return map;
    }

    private Set<@Nullable Object> set(@Nullable Object first) {
        Set<@Nullable Object> elements = new LinkedHashSet<>();
        elements.add(first);
        while (!skip('}')) {
            if (!skip(',')) {
                throw mistake();
            }
            if (skip('}')) {
                return elements;
            }
            elements.add(value());
        }
        return elements;
    }

    /// One string, or several beside each other.
    private String string() {
        StringBuilder joined = new StringBuilder();
        while (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"')) {
            char quote = text.charAt(at);
            boolean triple = text.startsWith(String.valueOf(quote).repeat(3), at);
            String close = String.valueOf(quote).repeat(triple ? 3 : 1);
            int start = at + close.length();
            int end = start;
            while (!text.startsWith(close, end)) {
                boolean brokenLine = end < text.length() && text.charAt(end) == '\n' && !triple;
                if (end >= text.length() || brokenLine) {
                    throw mistake();
                }
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            joined.append(StringEscapes.resolve(text.substring(start, end)));
            at = end + close.length();
            skipSpace();
        }
        return joined.toString();
    }

    private Object number() {
        int start = at;
        boolean negative = text.charAt(at) == '-';
        if (negative || text.charAt(at) == '+') {
            at++;
            skipSpace();
        }
        int digits = at;
        while (at < text.length() && isNumberPart(at)) {
            at++;
        }
        String written = text.substring(digits, at);
        if (written.matches("0|0+(_?0)*|[1-9](_?[0-9])*")) {
            BigInteger whole = new BigInteger(written.replace("_", ""));
            return Numbers.fitted(negative ? whole.negate() : whole);
        }
        if (written.matches("0[xX][0-9a-fA-F]+")) {
            BigInteger whole = new BigInteger(written.substring(2), 16);
            return Numbers.fitted(negative ? whole.negate() : whole);
        }
        if (written.matches("([0-9][0-9_]*)?\\.?[0-9]*([eE][-+]?[0-9]+)?")
                && written.matches(".*[0-9].*[.eE].*|\\.[0-9].*")) {
            double real = Double.parseDouble(written.replace("_", ""));
            return negative ? -real : real;
        }
        at = start;
        throw mistake();
    }

    private boolean isNumberPart(int offset) {
        char c = text.charAt(offset);
        boolean exponentSign =
                (c == '-' || c == '+') && (text.charAt(offset - 1) == 'e' || text.charAt(offset - 1) == 'E');
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || exponentSign;
    }

    private @Nullable Object word() {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return switch (text.substring(start, at)) {
            case "True" -> true;
            case "False" -> false;
            case "None" -> null;
            default -> throw mistake();
        };
    }
}
