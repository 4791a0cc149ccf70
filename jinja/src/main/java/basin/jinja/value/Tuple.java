package basin.jinja.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// A list that can not be changed and prints with parentheses.
public final class Tuple extends AbstractList<@Nullable Object> implements RandomAccess {
    private final @Nullable Object[] elements;

    private Tuple(@Nullable Object[] elements) {
        this.elements = elements;
    }

    public static Tuple of(@Nullable Object... elements) {
        return new Tuple(elements.clone());
    }

    public static Tuple copyOf(Collection<?> elements) {
        return new Tuple(elements.toArray());
    }

    @Override
    public @Nullable Object get(int index) {
        return elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }

    /// Unlike other lists, a tuple equals only tuples.
    @Override
    public boolean equals(Object other) {
        return other instanceof Tuple tuple && Arrays.equals(elements, tuple.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }
}
