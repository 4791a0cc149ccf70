package basin.model.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What counts as true where a truth is asked for.
final class Truth {
    private Truth() {}

    /// Whether a value is true, or null if there is no value.
    static @Nullable Boolean of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0;
            case Object other ->
                switch (other.toString().strip().toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "on", "y", "t", "1" -> true;
                    default -> false;
                };
        };
    }
}
