package basin.jinja.filter;

import basin.jinja.call.Bound;
import basin.jinja.call.Rendering;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Arithmetic;
import basin.jinja.operation.Comparison;
import basin.jinja.operation.Items;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Text;
import basin.jinja.operation.TypeName;
import basin.jinja.value.Generator;
import basin.jinja.value.Tuple;
import basin.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Filters over the elements of a value.
final class SequenceFilters {
    static final FilterTable TABLE = new FilterTable()
            .add("length(obj)", (r, a) -> (long) Iteration.length(a.get(0)))
            .alias("count", "length")
            .add("list(value)", (r, a) -> Iteration.list(a.get(0)))
            .add("first(seq)", (r, a) -> {
                Iterator<@Nullable Object> elements = Iteration.of(a.get(0));
                return elements.hasNext() ? elements.next() : r.undefined("No first item, sequence was empty.");
            })
            .add("last(seq)", (r, a) -> {
                List<@Nullable Object> elements = elements(a.get(0));
                return elements.isEmpty() ? r.undefined("No last item, sequence was empty.") : elements.getLast();
            })
            .add("random(seq)", (r, a) -> {
                List<@Nullable Object> elements = elements(a.get(0));
                return elements.isEmpty()
                        ? r.undefined("No random item, sequence was empty.")
                        : elements.get(ThreadLocalRandom.current().nextInt(elements.size()));
            })
            .add("join(value, d='', attribute=None)", SequenceFilters::joined)
            .add("reverse(value)", (r, a) -> reversed(a.get(0)))
            .add("sort(value, reverse=False, case_sensitive=False, attribute=None)", SequenceFilters::sorted)
            .add("unique(value, case_sensitive=False, attribute=None)", SequenceFilters::unique)
            .add("min(value, case_sensitive=False, attribute=None)", (r, a) -> extreme(r, a, -1))
            .add("max(value, case_sensitive=False, attribute=None)", (r, a) -> extreme(r, a, 1))
            .add("sum(iterable, attribute=None, start=0)", SequenceFilters::sum)
            .add("batch(value, linecount, fill_with=None)", (r, a) -> batches(a))
            .add("slice(value, slices, fill_with=None)", (r, a) -> slices(a))
            .add("dictsort(value, case_sensitive=False, by='key', reverse=False)", (r, a) -> sortedEntries(a))
            .add("items(value)", (r, a) -> items(a.get(0)))
            .add("groupby(value, attribute, default=None, case_sensitive=False)", SequenceFilters::groups);

    private SequenceFilters() {}

    /// The elements, without a copy where there is a list already.
    @SuppressWarnings("unchecked") // elements are only read
    private static List<@Nullable Object> elements(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : Iteration.list(value);
    }

    private static String joined(Rendering rendering, Bound arguments) {
        String separator = Text.str(arguments.get(1));
        Selector attribute = Selector.of(rendering, arguments.get(2));
        StringBuilder text = new StringBuilder();
        Iterator<@Nullable Object> elements = Iteration.of(arguments.get(0));
        while (elements.hasNext()) {
            text.append(Text.str(attribute.of(elements.next())));
            if (elements.hasNext()) {
                text.append(separator);
            }
        }
        return text.toString();
    }

    private static Object reversed(@Nullable Object value) {
        if (value instanceof String text) {
            return new StringBuilder(text).reverse().toString();
        }
        List<@Nullable Object> elements = Iteration.list(value);
        Collections.reverse(elements);
        return new Generator("reversed", elements.iterator());
    }

    /// A value to sort by: of a text its lower case, unless case counts.
    private static @Nullable Object folded(@Nullable Object value, boolean caseSensitive) {
        return value instanceof String text && !caseSensitive ? text.toLowerCase(Locale.ROOT) : value;
    }

    private static List<@Nullable Object> sorted(Rendering rendering, Bound arguments) {
        boolean caseSensitive = arguments.truth(2);
        List<Selector> attributes = Selector.several(rendering, arguments.get(3));
        List<Keyed> keyed = new ArrayList<>();
        Iteration.of(arguments.get(0)).forEachRemaining(element -> {
            List<@Nullable Object> keys = new ArrayList<>();
            attributes.forEach(each -> keys.add(folded(each.of(element), caseSensitive)));
            keyed.add(new Keyed(keys, element));
        });
        Comparator<Keyed> order = Comparator.naturalOrder();
        keyed.sort(arguments.truth(1) ? order.reversed() : order);
        List<@Nullable Object> sorted = new ArrayList<>();
        keyed.forEach(each -> sorted.add(each.element()));
        return sorted;
    }

    /// An element and what it is sorted by.
    private record Keyed(
            List<@Nullable Object> keys, @Nullable Object element) implements Comparable<Keyed> {
        @Override
        public int compareTo(Keyed other) {
            return Comparison.compare(keys, other.keys, "<");
        }
    }

    private static Generator unique(Rendering rendering, Bound arguments) {
        Selector attribute = Selector.of(rendering, arguments.get(2));
        Set<@Nullable Object> seen = new HashSet<>();
        List<@Nullable Object> unique = new ArrayList<>();
        Iteration.of(arguments.get(0)).forEachRemaining(element -> {
            if (seen.add(Items.checkedKey(folded(attribute.of(element), arguments.truth(1))))) {
                unique.add(element);
            }
        });
        return new Generator("do_unique", unique.iterator());
    }

    private static @Nullable Object extreme(Rendering rendering, Bound arguments, int sign) {
        Selector attribute = Selector.of(rendering, arguments.get(2));
        boolean caseSensitive = arguments.truth(1);
        Iterator<@Nullable Object> elements = Iteration.of(arguments.get(0));
        if (!elements.hasNext()) {
            return rendering.undefined("No aggregated item, sequence was empty.");
        }
        Object best = elements.next();
        while (elements.hasNext()) {
            Object next = elements.next();
            Object key = folded(attribute.of(next), caseSensitive);
            if (Comparison.compare(key, folded(attribute.of(best), caseSensitive), "<") * sign > 0) {
                best = next;
            }
        }
        return best;
    }

    private static @Nullable Object sum(Rendering rendering, Bound arguments) {
        Selector attribute = Selector.of(rendering, arguments.get(1));
        Object sum = arguments.get(2);
        Iterator<@Nullable Object> elements = Iteration.of(arguments.get(0));
        while (elements.hasNext()) {
            sum = Arithmetic.add(sum, attribute.of(elements.next()));
        }
        return sum;
    }

    private static Generator batches(Bound arguments) {
        int size = arguments.integer(1);
        if (size <= 0) {
            throw JinjaException.of("the size of a batch has to be positive");
        }
        List<@Nullable Object> elements = elements(arguments.get(0));
        List<List<@Nullable Object>> batches = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += size) {
            List<@Nullable Object> batch =
                    new ArrayList<>(elements.subList(from, Math.min(elements.size(), from + size)));
            while (arguments.get(2) != null && batch.size() < size) {
                batch.add(arguments.get(2));
            }
            batches.add(batch);
        }
        return new Generator("do_batch", batches.iterator());
    }

    private static Generator slices(Bound arguments) {
        int count = arguments.integer(1);
        if (count <= 0) {
            throw JinjaException.of("the number of slices has to be positive");
        }
        List<@Nullable Object> elements = elements(arguments.get(0));
        int size = elements.size() / count;
        int larger = elements.size() % count;
        List<List<@Nullable Object>> slices = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = from + size + (i < larger ? 1 : 0);
            List<@Nullable Object> slice = new ArrayList<>(elements.subList(from, to));
            if (arguments.get(2) != null && i >= larger) {
                slice.add(arguments.get(2));
            }
            slices.add(slice);
            from = to;
        }
        return new Generator("do_slice", slices.iterator());
    }

    private static List<Tuple> entries(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw JinjaException.of("a dict is needed here, not " + TypeName.of(value));
        }
        List<Tuple> entries = new ArrayList<>();
        map.forEach((key, entry) -> entries.add(Tuple.of(key, entry)));
        return entries;
    }

    private static List<Tuple> sortedEntries(Bound arguments) {
        int position = switch (arguments.text(2)) {
            case "key" -> 0;
            case "value" -> 1;
            default -> throw JinjaException.of("dictsort sorts by 'key' or by 'value'");
        };
        Comparator<Tuple> order = (left, right) -> Comparison.compare(
                folded(left.get(position), arguments.truth(1)), folded(right.get(position), arguments.truth(1)), "<");
        List<Tuple> entries = entries(arguments.get(0));
        entries.sort(arguments.truth(3) ? order.reversed() : order);
        return entries;
    }

    private static Generator items(@Nullable Object value) {
        if (value instanceof Undefined) {
            return new Generator("do_items", Collections.emptyIterator());
        }
        return new Generator("do_items", entries(value).iterator());
    }

    private static List<Group> groups(Rendering rendering, Bound arguments) {
        Selector attribute = Selector.of(rendering, arguments.get(1), arguments.get(2));
        boolean caseSensitive = arguments.truth(3);
        Comparator<@Nullable Object> order = (left, right) -> Comparison.compare(
                folded(attribute.of(left), caseSensitive), folded(attribute.of(right), caseSensitive), "<");
        List<@Nullable Object> elements = Iteration.list(arguments.get(0));
        elements.sort(order);
        List<Group> groups = new ArrayList<>();
        for (Object element : elements) {
            Object key = attribute.of(element);
            boolean same = !groups.isEmpty()
                    && Comparison.equal(
                            folded(key, caseSensitive), folded(groups.getLast().grouper(), caseSensitive));
            if (!same) {
                groups.add(new Group(key, new ArrayList<>()));
            }
            groups.getLast().list().add(element);
        }
        return groups;
    }
}
