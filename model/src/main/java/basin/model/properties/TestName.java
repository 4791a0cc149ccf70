package basin.model.properties;

import static java.nio.charset.StandardCharsets.UTF_8;

import basin.jinja.operation.Text;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The name of a generic test, put together from what it tests.
///
/// @param full what its unique id has: `accepted_values_orders_status__placed__shipped`
/// @param shortened at most 63 characters: the same, or its beginning and an MD5 of it
record TestName(String full, String shortened) {
    private static final int LONGEST = 63;
    private static final int BEGINNING = 30;
    private static final int HASH_DIGITS = 10;
    private static final Pattern NO_WORD = Pattern.compile("[^0-9a-zA-Z_]+");

    /// A name that the project chose.
    static TestName chosen(String name) {
        return new TestName(name, name);
    }

    /// The name dbt gives.
    ///
    /// @param test with `source_` before it for a source, and its namespace before that: `dbt_utils_equality`
    /// @param target of what it is declared on; with `_v2` behind it for a version
    /// @param arguments all of the macro's but `model`
    static TestName of(String test, String target, Map<String, @Nullable Object> arguments) {
        String beginning = test + "_" + target;
        String values = new TreeMap<>(arguments)
                .values().stream()
                        .flatMap(value -> parts(value).stream())
                        .map(part -> NO_WORD.matcher(Text.str(part)).replaceAll("_"))
                        .collect(Collectors.joining("__"));
        String full = beginning + "_" + values;
        if (full.length() <= LONGEST) {
            return new TestName(full, full);
        }
        String start = beginning.substring(0, Math.min(BEGINNING, beginning.length()));
        return new TestName(full, start + "_" + md5(full));
    }

    /// The digits that make the unique ids of tests of the same name differ.
    ///
    /// @param arguments all of the macro's, `model` among them
    String hash(@Nullable String namespace, String test, Map<String, @Nullable Object> arguments) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("kwargs", texts(arguments));
        metadata.put("name", test);
        metadata.put("namespace", Text.str(namespace));
        String digits = md5(full + Text.repr(metadata));
        return digits.substring(digits.length() - HASH_DIGITS);
    }

    private static Collection<?> parts(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values();
            case List<?> list -> list;
            case null -> Collections.singletonList(null);
            case Object single -> List.of(single);
        };
    }

    /// The value with sorted keys and with every single value as text.
    private static Object texts(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((key, item) -> sorted.put(String.valueOf(key), texts(item)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(TestName::texts).toList();
            case null -> Text.str(null);
            case Object single -> Text.str(single);
        };
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
