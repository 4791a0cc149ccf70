package basin.core.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a single value is written and read.
///
/// @param type the Java type of the value
/// @param meaning what is to be written, to be read behind "must be"
/// @param jsonType its name in JSON schema: string, integer, number or boolean
/// @param pattern a regular expression for editors; empty if any text will do
/// @param parser throws IllegalArgumentException if a text does not say such a value
public record ScalarType(
        Class<?> type, String meaning, String jsonType, String pattern, Function<String, Object> parser) {

    private static final Map<Class<?>, ScalarType> BUILT_IN = Map.ofEntries(
            entry(String.class, "a text", "string", "", text -> text),
            entry(int.class, "a whole number", "integer", "", Integer::valueOf),
            entry(Integer.class, "a whole number", "integer", "", Integer::valueOf),
            entry(long.class, "a whole number", "integer", "", Long::valueOf),
            entry(Long.class, "a whole number", "integer", "", Long::valueOf),
            entry(double.class, "a number", "number", "", ScalarType::finite),
            entry(Double.class, "a number", "number", "", ScalarType::finite),
            entry(boolean.class, "true or false", "boolean", "", ScalarType::truth),
            entry(Boolean.class, "true or false", "boolean", "", ScalarType::truth),
            entry(Duration.class, "a duration such as 30s, 5m or 1h", "string", Durations.PATTERN, Durations::parse),
            entry(Path.class, "a path", "string", "", ScalarType::path));

    /// The type's way of being written, or null if it has none: it is then no single value.
    static @Nullable ScalarType of(Class<?> type) {
        ScalarType builtIn = BUILT_IN.get(type);
        if (builtIn != null) {
            return builtIn;
        }
        Text text = type.getAnnotation(Text.class);
        return text == null ? null : new ScalarType(type, text.value(), "string", text.pattern(), parserOf(type));
    }

    /// Whether the value may never be shown.
    boolean isSecret() {
        return type == Secret.class;
    }

    private static Map.Entry<Class<?>, ScalarType> entry(
            Class<?> type, String meaning, String jsonType, String pattern, Function<String, Object> parser) {
        return Map.entry(type, new ScalarType(type, meaning, jsonType, pattern, parser));
    }

    private static Object finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not finite: " + text);
        }
        return value;
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> throw new IllegalArgumentException("neither true nor false: " + text);
        };
    }

    private static Object path(String text) {
        if (text.isBlank()) {
            throw new InvalidPathException(text, "an empty path");
        }
        return Path.of(text);
    }

    private static Function<String, Object> parserOf(Class<?> type) {
        Method parse;
        try {
            parse = type.getDeclaredMethod("parse", String.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " is @Text and needs a static parse(String)", e);
        }
        if (!Modifier.isStatic(parse.getModifiers())) {
            throw new IllegalArgumentException(type.getName() + ".parse(String) must be static");
        }
        parse.setAccessible(true);
        return text -> {
            try {
                return parse.invoke(null, text);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof IllegalArgumentException wrong) {
                    throw wrong;
                }
                throw new IllegalStateException(parse + " failed", e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(parse + " cannot be called", e);
            }
        };
    }
}
