package basin.model.config;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The configuration of one resource: values by name, in the order in which they were first given. Names are those
/// of dbt with `_` between words: `pre_hook`, never `pre-hook`.
///
/// @param values plain Java values; unmodifiable
public record Config(Map<String, @Nullable Object> values) {
    /// Nothing is configured.
    public static final Config EMPTY = new Config(Map.of());

    public Config {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Whether there is such a value, be it null.
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// A value, or null if there is none.
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /// A value as text, or null if there is none. Numbers and truths are written as YAML writes them.
    public @Nullable String text(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    /// A value as text, or `otherwise` if there is none.
    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /// Whether a value is true; the texts `true`, `yes`, `on` and `1` are, in any case. `otherwise` if there is none.
    public boolean flag(String name, boolean otherwise) {
        Boolean flag = Truth.of(values.get(name));
        return flag == null ? otherwise : flag;
    }

    /// A value as a list of texts: a list's items, a single value as the only one, none as an empty list.
    public List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    /// A value as a list: a list as it is, a single value as its only item, none as an empty list.
    public List<?> list(String name) {
        return switch (values.get(name)) {
            case null -> List.of();
            case Collection<?> many -> List.copyOf(many);
            case Object single -> List.of(single);
        };
    }

    /// A value as a mapping; an empty one if there is none, or it is something else.
    public Map<String, @Nullable Object> map(String name) {
        return values.get(name) instanceof Map<?, ?> map ? Layers.textKeys(map) : Map.of();
    }

    /// The same configuration with one value set.
    public Config with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Config(changed);
    }
}
