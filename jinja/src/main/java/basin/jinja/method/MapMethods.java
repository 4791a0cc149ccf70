package basin.jinja.method;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Items;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Text;
import basin.jinja.value.Absent;
import basin.jinja.value.DictView;
import basin.jinja.value.Tuple;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The methods of maps. A map of the host that does not allow changes says so.
final class MapMethods {
    static final MethodTable<Map<?, ?>> TABLE = new MethodTable<Map<?, ?>>()
            .add("get(key, default=None)", (self, a) -> {
                Object value = Items.of(self, a.get(0));
                return value == Absent.ABSENT ? a.get(1) : value;
            })
            .add("keys()", (self, a) -> new DictView("dict_keys", self.keySet()))
            .add("values()", (self, a) -> new DictView("dict_values", self.values()))
            .add("items()", (self, a) -> new DictView("dict_items", pairs(self)))
            .add("copy()", (self, a) -> new LinkedHashMap<@Nullable Object, @Nullable Object>(self))
            .add("clear()", (self, a) -> {
                self.clear();
                return null;
            })
            .add("update(other=..., **more)", MapMethods::update)
            .add("pop(key, default=...)", MapMethods::pop)
            .add("popitem()", (self, a) -> popLast(open(self)))
            .add("setdefault(key, default=None)", (self, a) -> {
                if (!self.containsKey(a.get(0))) {
                    open(self).put(a.get(0), a.get(1));
                }
                return self.get(a.get(0));
            })
            .add("fromkeys(keys, value=None)", (self, a) -> {
                Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
                Iteration.of(a.get(0)).forEachRemaining(key -> map.put(key, a.get(1)));
                return map;
            });

    private MapMethods() {}

    @SuppressWarnings("unchecked") // what templates put into a host's map is up to the host
    private static Map<@Nullable Object, @Nullable Object> open(Map<?, ?> map) {
        return (Map<@Nullable Object, @Nullable Object>) map;
    }

    private static Collection<Tuple> pairs(Map<?, ?> map) {
        return new AbstractCollection<>() {
            @Override
            public Iterator<Tuple> iterator() {
                Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public Tuple next() {
                        Map.Entry<?, ?> entry = entries.next();
                        return Tuple.of(entry.getKey(), entry.getValue());
                    }
                };
            }

            @Override
            public int size() {
                return map.size();
            }
        };
    }

    private static @Nullable Object update(Map<?, ?> self, Bound arguments) {
        Map<@Nullable Object, @Nullable Object> map = open(self);
        Object other = arguments.has(0) ? arguments.get(0) : null;
        if (other instanceof Map<?, ?> more) {
            map.putAll(more);
        } else if (arguments.has(0)) {
            Iteration.of(other).forEachRemaining(entry -> {
                List<@Nullable Object> pair = Iteration.list(entry);
                if (pair.size() != 2) {
                    throw JinjaException.of("update() needs pairs of a key and a value");
                }
                map.put(pair.getFirst(), pair.getLast());
            });
        }
        map.putAll(arguments.keywords());
        return null;
    }

    private static @Nullable Object pop(Map<?, ?> self, Bound arguments) {
        Object value = Items.of(self, arguments.get(0));
        if (value != Absent.ABSENT) {
            self.remove(arguments.get(0));
            return value;
        }
        if (!arguments.has(1)) {
            throw JinjaException.of("the dict has no key " + Text.repr(arguments.get(0)));
        }
        return arguments.get(1);
    }

    private static Tuple popLast(Map<@Nullable Object, @Nullable Object> map) {
        if (map.isEmpty()) {
            throw JinjaException.of("popitem() on an empty dict");
        }
        Object last = List.copyOf(map.keySet()).getLast();
        return Tuple.of(last, map.remove(last));
    }
}
