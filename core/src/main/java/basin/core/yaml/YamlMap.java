package basin.core.yaml;

import basin.core.problem.Place;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mapping, in the order in which it was written; keys brought in by a merge key (`<<`) come last.
///
/// @param entries by key; unmodifiable
public record YamlMap(Place.InFile place, Map<String, Entry> entries) implements YamlNode {

    /// One key and its value.
    ///
    /// @param place where the key begins
    public record Entry(Place.InFile place, YamlNode value) {}

    public YamlMap {
        entries = Collections.unmodifiableMap(entries);
    }

    /// The entry of a key, or null if the mapping does not have it.
    public @Nullable Entry get(String key) {
        return entries.get(key);
    }

    @Override
    public String describe() {
        return "a mapping";
    }
}
