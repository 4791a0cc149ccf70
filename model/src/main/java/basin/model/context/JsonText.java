package basin.model.context;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// JSON in templates: `fromjson()`.
final class JsonText {
    private static final ObjectMapper READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /// The value of a text, in plain Java values.
    ///
    /// @throws IllegalArgumentException if it is not JSON
    static @Nullable Object parse(String text) {
        try {
            return READER.readValue(text, Object.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("the text is not JSON", e);
        }
    }
}
