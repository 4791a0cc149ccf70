package basin.jinja;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON, which is an expression of the template language but for its word `null`.
final class Json {
    private Json() {}

    static @Nullable Object parse(String json) {
        Map<String, @Nullable Object> words = Collections.singletonMap("null", null);
        return Environment.standard().template("json", "{{ " + json + " }}").renderNative(words);
    }
}
