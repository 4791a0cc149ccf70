package basin.lake;

import java.util.Map;
import java.util.TreeMap;

/// What callers note with tables and views, among their other properties.
final class Notes {

    private Notes() {}

    /// The notes, by the keys of those who noted them.
    static Map<String, String> in(Map<String, String> properties) {
        Map<String, String> notes = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(Keys.NOTE)) {
                notes.put(key.substring(Keys.NOTE.length()), value);
            }
        });
        return notes;
    }

    /// Notes as properties.
    static Map<String, String> asProperties(Map<String, String> notes) {
        Map<String, String> properties = new TreeMap<>();
        notes.forEach((key, value) -> properties.put(Keys.NOTE + key, value));
        return properties;
    }
}
