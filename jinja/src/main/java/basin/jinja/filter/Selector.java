package basin.jinja.filter;

import basin.jinja.call.Rendering;
import basin.jinja.operation.Text;
import basin.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what a filter's `attribute='a.b.0'` names in an element.
///
/// @param path attribute names, keys and indexes, one within the other; empty for the element itself
/// @param fallback in place of an attribute that is not there; null for none
record Selector(
        Rendering rendering, List<Object> path, @Nullable Object fallback) {
    static Selector of(Rendering rendering, @Nullable Object attribute) {
        return of(rendering, attribute, null);
    }

    static Selector of(Rendering rendering, @Nullable Object attribute, @Nullable Object fallback) {
        List<Object> path = new ArrayList<>();
        if (attribute instanceof String names) {
            for (String name : names.split("\\.", -1)) {
                path.add(name.matches("\\d{1,9}") ? (Object) Long.valueOf(name) : name);
            }
        } else if (attribute != null) {
            path.add(attribute);
        }
        return new Selector(rendering, path, fallback);
    }

    /// One for each of the attributes that are named with commas between them.
    static List<Selector> several(Rendering rendering, @Nullable Object attributes) {
        if (!(attributes instanceof String names)) {
            return List.of(of(rendering, attributes));
        }
        List<Selector> selectors = new ArrayList<>();
        for (String name : names.split(",")) {
            selectors.add(of(rendering, name));
        }
        return selectors;
    }

    @Nullable
    Object of(@Nullable Object element) {
        Object value = element;
        for (Object step : path) {
            value = rendering.item(value, step);
            if (value instanceof Undefined && fallback != null) {
                value = fallback;
            }
        }
        return value;
    }

    @Override
    public String toString() {
        return "attribute " + Text.repr(path);
    }
}
