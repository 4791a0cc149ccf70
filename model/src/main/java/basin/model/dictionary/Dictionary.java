package basin.model.dictionary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mapping in the making: its entries in the order in which they are said.
@SuppressWarnings("serial") // it is never serialised
final class Dictionary extends LinkedHashMap<String, @Nullable Object> {

    /// One entry more.
    Dictionary with(String name, @Nullable Object value) {
        put(name, value);
        return this;
    }

    /// A mapping of the same values.
    static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> values) {
        return new LinkedHashMap<>(values);
    }

    /// A list of the same values.
    static List<@Nullable Object> list(Collection<? extends @Nullable Object> values) {
        return new ArrayList<>(values);
    }

    /// A version: a number where it looks like one, since that is how people write it.
    static @Nullable Object version(@Nullable String version) {
        if (version == null || !version.matches("\\d{1,18}(\\.\\d+)?")) {
            return version;
        }
        return version.contains(".") ? (Object) Double.valueOf(version) : Long.valueOf(version);
    }
}
