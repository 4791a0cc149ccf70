package basin.jinja.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments of one call. A `{% call %}` block passes its body as the keyword `caller`.
///
/// @param positional in order; may hold nulls, not to be changed
/// @param keyword in the order written; may hold nulls, not to be changed
public record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> keyword) {
    private static final Arguments NONE = new Arguments(List.of(), Map.of());

    /// No arguments at all.
    public static Arguments none() {
        return NONE;
    }

    /// Positional arguments alone.
    public static Arguments of(@Nullable Object... positional) {
        return new Arguments(Tuple.of(positional), Map.of());
    }

    /// The same with one more keyword, or with another value for it.
    public Arguments with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(keyword);
        more.put(name, value);
        return new Arguments(positional, more);
    }

    /// The same without a keyword.
    public Arguments without(String name) {
        if (!keyword.containsKey(name)) {
            return this;
        }
        Map<String, @Nullable Object> fewer = new LinkedHashMap<>(keyword);
        fewer.remove(name);
        return new Arguments(positional, fewer);
    }

    /// The same with another value before all positional ones.
    public Arguments after(@Nullable Object first) {
        List<@Nullable Object> more = new ArrayList<>(positional.size() + 1);
        more.add(first);
        more.addAll(positional);
        return new Arguments(more, keyword);
    }

    public boolean isEmpty() {
        return positional.isEmpty() && keyword.isEmpty();
    }
}
