package basin.jinja.operation;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Absent;
import basin.jinja.value.HasLength;
import basin.jinja.value.MappingLike;
import basin.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The elements of a value: of a text its characters, of a map its keys.
public final class Iteration {
    private Iteration() {}

    /// Whether a value has elements.
    public static boolean isIterable(@Nullable Object value) {
        return value instanceof String
                || value instanceof Iterable<?>
                || value instanceof Map<?, ?>
                || value instanceof MappingLike
                || value instanceof Undefined;
    }

    /// @throws JinjaException where the value has no elements
    @SuppressWarnings("unchecked") // elements are only read
    public static Iterator<@Nullable Object> of(@Nullable Object value) {
        return (Iterator<@Nullable Object>)
                switch (value) {
                    case List<?> list when list instanceof RandomAccess -> growing(list);
                    case MappingLike mapping -> mapping.keys().iterator();
                    case Iterable<?> elements -> elements.iterator();
                    case Map<?, ?> map -> map.keySet().iterator();
                    case String text ->
                        text.codePoints().mapToObj(Character::toString).iterator();
                    case Undefined undefined -> {
                        undefined.printed();
                        yield Collections.emptyIterator();
                    }
                    case null, default -> throw JinjaException.of(TypeName.of(value) + " can not be iterated over");
                };
    }

    /// The elements of a list that may be added to meanwhile, as Python sees them: new ones come up too.
    private static Iterator<?> growing(List<?> list) {
        return new Iterator<@Nullable Object>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < list.size();
            }

            @Override
            public @Nullable Object next() {
                if (next >= list.size()) {
                    throw new NoSuchElementException();
                }
                return list.get(next++);
            }
        };
    }

    /// All elements, in a list of its own.
    public static List<@Nullable Object> list(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            return new ArrayList<@Nullable Object>(elements);
        }
        List<@Nullable Object> list = new ArrayList<>();
        of(value).forEachRemaining(list::add);
        return list;
    }

    /// How many elements there are, of a text how many characters.
    public static int length(@Nullable Object value) {
        return switch (value) {
            case String text -> text.codePointCount(0, text.length());
            case Collection<?> elements -> elements.size();
            case Map<?, ?> map -> map.size();
            case HasLength host -> host.length();
            case MappingLike mapping -> mapping.keys().size();
            case Undefined undefined -> {
                undefined.printed();
                yield 0;
            }
            case null, default -> throw JinjaException.of(TypeName.of(value) + " has no length");
        };
    }

    /// Whether an element equals a value; of a text whether it occurs in it.
    public static boolean contains(@Nullable Object container, @Nullable Object value) {
        return switch (container) {
            case String text when value instanceof String part -> text.contains(part);
            case String text when value instanceof Undefined undefined -> throw undefined.used();
            case String text ->
                throw JinjaException.of("'in' a str needs a str on its left, not " + TypeName.of(value));
            case Map<?, ?> map -> Items.of(map, Items.checkedKey(value)) != Absent.ABSENT;
            case MappingLike mapping -> mapping.item(value) != Absent.ABSENT;
            case null, default -> {
                Iterator<@Nullable Object> elements = of(container);
                while (elements.hasNext()) {
                    if (Comparison.equal(elements.next(), value)) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }
}
