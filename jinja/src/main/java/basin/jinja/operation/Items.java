package basin.jinja.operation;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Absent;
import basin.jinja.value.HasItems;
import basin.jinja.value.IntegerRange;
import basin.jinja.value.Tuple;
import basin.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `value[key]` and `value[from:to:step]`. Negative indexes count from the end.
public final class Items {
    private Items() {}

    /// The item, or [Absent#ABSENT] where there is none or the value has no items.
    public static @Nullable Object of(@Nullable Object value, @Nullable Object key) {
        return switch (value) {
            case Map<?, ?> map -> entry(map, key);
            case List<?> list
            when Numbers.normal(key) instanceof Long index -> {
                long at = index < 0 ? index + list.size() : index;
                yield at < 0 || at >= list.size() ? Absent.ABSENT : list.get((int) at);
            }
            case String text when Numbers.normal(key) instanceof Long index -> character(text, index);
            case HasItems host -> host.item(key);
            case null, default -> Absent.ABSENT;
        };
    }

    private static @Nullable Object entry(Map<?, ?> map, @Nullable Object key) {
        try {
            Object value = map.get(key);
            if (value != null || map.containsKey(key)) {
                return value;
            }
            // A host's own map may have keys of a smaller type than templates have numbers.
            boolean small = key instanceof Long number && map.containsKey(Math.toIntExact(number));
            return small ? map.get(Numbers.index(key, "a key")) : Absent.ABSENT;
        } catch (ClassCastException | NullPointerException | ArithmeticException impossibleKey) {
            return Absent.ABSENT;
        }
    }

    private static Object character(String text, long index) {
        int length = text.codePointCount(0, text.length());
        long at = index < 0 ? index + length : index;
        if (at < 0 || at >= length) {
            return Absent.ABSENT;
        }
        return Character.toString(text.codePointAt(text.offsetByCodePoints(0, (int) at)));
    }

    /// A part of a text, list or tuple, of the same type as the whole. A bound that is null is the end of the value.
    public static Object slice(
            @Nullable Object value, @Nullable Object from, @Nullable Object to, @Nullable Object step) {
        return switch (value) {
            case String text -> {
                int[] characters = text.codePoints().toArray();
                StringBuilder part = new StringBuilder();
                for (int at : Bounds.of(from, to, step, characters.length).indexes()) {
                    part.appendCodePoint(characters[at]);
                }
                yield part.toString();
            }
            case IntegerRange range -> {
                Bounds bounds = Bounds.of(from, to, step, range.size());
                yield range.slice(bounds.start(), bounds.stop(), bounds.step());
            }
            case List<?> list -> {
                List<@Nullable Object> part = new ArrayList<>();
                for (int at : Bounds.of(from, to, step, list.size()).indexes()) {
                    part.add(list.get(at));
                }
                yield list instanceof Tuple ? Tuple.copyOf(part) : part;
            }
            case Undefined undefined -> throw undefined.used();
            case null, default -> throw JinjaException.of(TypeName.of(value) + " can not be sliced");
        };
    }

    /// Fails where a value can change, so that it can be neither the key of a dict nor the element of a set.
    public static @Nullable Object checkedKey(@Nullable Object key) {
        boolean changeable = key instanceof Map<?, ?>
                || key instanceof Set<?>
                || (key instanceof List<?> && !(key instanceof Tuple) && !(key instanceof IntegerRange));
        if (changeable) {
            throw JinjaException.of(TypeName.of(key) + " can not be the key of a dict");
        }
        return key;
    }

    /// Where a slice of a sequence starts and stops.
    private record Bounds(int start, int stop, int step) {
        static Bounds of(@Nullable Object from, @Nullable Object to, @Nullable Object by, int length) {
            int step = by == null ? 1 : Numbers.index(by, "the step of a slice");
            if (step == 0) {
                throw JinjaException.of("the step of a slice can not be zero");
            }
            int lowest = step > 0 ? 0 : -1;
            int highest = step > 0 ? length : length - 1;
            int start = from == null ? (step > 0 ? lowest : highest) : bound(from, length, lowest, highest);
            int stop = to == null ? (step > 0 ? highest : lowest) : bound(to, length, lowest, highest);
            return new Bounds(start, stop, step);
        }

        private static int bound(Object value, int length, int lowest, int highest) {
            long at = Numbers.index(value, "a bound of a slice");
            return Math.clamp(at < 0 ? at + length : at, lowest, highest);
        }

        int[] indexes() {
            int count = step > 0 ? ceilingDivide(stop - start, step) : ceilingDivide(start - stop, -(long) step);
            int[] indexes = new int[Math.max(0, count)];
            for (int i = 0; i < indexes.length; i++) {
                indexes[i] = (int) (start + (long) i * step);
            }
            return indexes;
        }

        private static int ceilingDivide(long distance, long step) {
            return (int) Math.ceilDiv(distance, step);
        }
    }
}
