package basin.jinja.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `namespace()` gives: attributes that a template can set from within loops and blocks.
public final class Namespace implements HasAttributes {
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();

    @Override
    public @Nullable Object attribute(String name) {
        return attributes.containsKey(name) ? attributes.get(name) : Absent.ABSENT;
    }

    public void set(String name, @Nullable Object value) {
        attributes.put(name, value);
    }

    @Override
    public String toString() {
        return "<Namespace>";
    }
}
