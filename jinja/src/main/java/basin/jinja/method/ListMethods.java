package basin.jinja.method;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Comparison;
import basin.jinja.operation.Iteration;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The methods of lists. A list of the host that does not allow changes says so.
final class ListMethods {
    /// Those that tuples have too.
    static final MethodTable<List<?>> READING = reading(new MethodTable<>());

    static final MethodTable<List<?>> TABLE = reading(new MethodTable<List<?>>())
            .add("append(value)", (self, a) -> {
                open(self).add(a.get(0));
                return null;
            })
            .add("extend(values)", (self, a) -> {
                open(self).addAll(Iteration.list(a.get(0)));
                return null;
            })
            .add("insert(index, value)", (self, a) -> {
                int at = a.integer(0) < 0 ? a.integer(0) + self.size() : a.integer(0);
                open(self).add(Math.clamp(at, 0, self.size()), a.get(1));
                return null;
            })
            .add("remove(value)", (self, a) -> {
                open(self).remove(index(self, a, 0, self.size()));
                return null;
            })
            .add("pop(index=-1)", (self, a) -> {
                int at = a.integer(0) < 0 ? a.integer(0) + self.size() : a.integer(0);
                if (at < 0 || at >= self.size()) {
                    throw JinjaException.of(self.isEmpty() ? "pop from an empty list" : "pop index out of range");
                }
                return open(self).remove(at);
            })
            .add("clear()", (self, a) -> {
                open(self).clear();
                return null;
            })
            .add("copy()", (self, a) -> new ArrayList<@Nullable Object>(self))
            .add("reverse()", (self, a) -> {
                Collections.reverse(open(self));
                return null;
            })
            .add("sort(key=None, reverse=False)", (self, a) -> {
                sort(open(self), a);
                return null;
            });

    private ListMethods() {}

    private static MethodTable<List<?>> reading(MethodTable<List<?>> table) {
        return table.add(
                        "count(value)",
                        (self, a) -> self.stream()
                                .filter(each -> Comparison.equal(each, a.get(0)))
                                .count())
                .add("index(value, start=0, stop=...)", (self, a) ->
                        (long) index(self, a, a.integer(1), a.has(2) ? a.integer(2) : self.size()));
    }

    @SuppressWarnings("unchecked") // what templates put into a host's list is up to the host
    private static List<@Nullable Object> open(List<?> list) {
        return (List<@Nullable Object>) list;
    }

    private static int index(List<?> list, Bound arguments, int from, int to) {
        for (int at = Math.max(0, from < 0 ? from + list.size() : from); at < Math.min(to, list.size()); at++) {
            if (Comparison.equal(list.get(at), arguments.get(0))) {
                return at;
            }
        }
        throw JinjaException.of("the value is not in the list");
    }

    private static void sort(List<@Nullable Object> list, Bound arguments) {
        Object key = arguments.get(0);
        Comparator<@Nullable Object> order = (left, right) -> Comparison.compare(by(key, left), by(key, right), "<");
        list.sort(arguments.truth(1) ? order.reversed() : order);
    }

    private static @Nullable Object by(@Nullable Object key, @Nullable Object value) {
        return key instanceof Callable function ? function.call(Arguments.of(value)) : value;
    }
}
