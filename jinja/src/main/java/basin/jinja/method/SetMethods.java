package basin.jinja.method;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Iteration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The methods of sets.
final class SetMethods {
    static final MethodTable<Set<?>> TABLE = new MethodTable<Set<?>>()
            .add("add(value)", (self, a) -> {
                open(self).add(a.get(0));
                return null;
            })
            .add("discard(value)", (self, a) -> {
                self.remove(a.get(0));
                return null;
            })
            .add("remove(value)", (self, a) -> {
                if (!self.remove(a.get(0))) {
                    throw JinjaException.of("the value is not in the set");
                }
                return null;
            })
            .add("pop()", (self, a) -> {
                if (self.isEmpty()) {
                    throw JinjaException.of("pop from an empty set");
                }
                Object first = self.iterator().next();
                self.remove(first);
                return first;
            })
            .add("clear()", (self, a) -> {
                self.clear();
                return null;
            })
            .add("copy()", (self, a) -> copy(self))
            .add("update(*others)", (self, a) -> {
                a.more().forEach(other -> open(self).addAll(Iteration.list(other)));
                return null;
            })
            .add("union(*others)", (self, a) -> {
                Set<@Nullable Object> all = copy(self);
                a.more().forEach(other -> all.addAll(Iteration.list(other)));
                return all;
            })
            .add("intersection(*others)", (self, a) -> {
                Set<@Nullable Object> shared = copy(self);
                a.more().forEach(other -> shared.retainAll(Iteration.list(other)));
                return shared;
            })
            .add("difference(*others)", (self, a) -> {
                Set<@Nullable Object> rest = copy(self);
                a.more().forEach(other -> Iteration.list(other).forEach(rest::remove));
                return rest;
            })
            .add("symmetric_difference(other)", (self, a) -> {
                Set<@Nullable Object> other = elements(a);
                Set<@Nullable Object> either = copy(self);
                either.removeAll(other);
                other.removeAll(self);
                either.addAll(other);
                return either;
            })
            .add("issubset(other)", (self, a) -> elements(a).containsAll(self))
            .add("issuperset(other)", (self, a) -> self.containsAll(elements(a)))
            .add("isdisjoint(other)", (self, a) -> elements(a).stream().noneMatch(self::contains));

    private SetMethods() {}

    @SuppressWarnings("unchecked") // what templates put into a host's set is up to the host
    private static Set<@Nullable Object> open(Set<?> set) {
        return (Set<@Nullable Object>) set;
    }

    private static Set<@Nullable Object> copy(Set<?> set) {
        return new LinkedHashSet<>(set);
    }

    private static Set<@Nullable Object> elements(Bound arguments) {
        return new LinkedHashSet<>(Iteration.list(arguments.get(0)));
    }
}
