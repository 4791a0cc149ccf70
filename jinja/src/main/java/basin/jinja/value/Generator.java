package basin.jinja.value;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Values that are made while they are asked for, once: what `map`, `select` and their kin give. It is always true,
/// has no length and no items; `|list` makes a list of it.
public final class Generator implements Iterable<@Nullable Object> {
    private final String name;
    private final Iterator<? extends @Nullable Object> values;

    /// @param name the function that makes the values
    public Generator(String name, Iterator<? extends @Nullable Object> values) {
        this.name = name;
        this.values = values;
    }

    /// The values that nobody has asked for yet.
    @Override
    public Iterator<@Nullable Object> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return values.hasNext();
            }

            @Override
            public @Nullable Object next() {
                return values.next();
            }
        };
    }

    @Override
    public String toString() {
        return "<generator object " + name + ">";
    }
}
