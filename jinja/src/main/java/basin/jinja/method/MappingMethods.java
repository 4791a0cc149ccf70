package basin.jinja.method;

import basin.jinja.value.Absent;
import basin.jinja.value.MappingLike;
import basin.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The methods that any host object has which passes for a mapping.
final class MappingMethods {
    static final MethodTable<MappingLike> TABLE = new MethodTable<MappingLike>()
            .add("get(key, default=None)", (self, a) -> {
                Object value = self.item(a.get(0));
                return value == Absent.ABSENT ? a.get(1) : value;
            })
            .add("keys()", (self, a) -> new ArrayList<@Nullable Object>(self.keys()))
            .add("values()", (self, a) -> values(self))
            .add("items()", (self, a) -> {
                List<Tuple> pairs = new ArrayList<>();
                self.keys().forEach(key -> pairs.add(Tuple.of(key, self.item(key))));
                return pairs;
            });

    private MappingMethods() {}

    private static List<@Nullable Object> values(MappingLike mapping) {
        List<@Nullable Object> values = new ArrayList<>();
        mapping.keys().forEach(key -> values.add(mapping.item(key)));
        return values;
    }
}
