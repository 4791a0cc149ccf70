package basin.jinja;

import basin.jinja.call.Function;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Limits;
import basin.jinja.value.Callable;
import basin.jinja.value.IntegerRange;
import basin.jinja.value.Namespace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The functions that every template has.
final class GlobalFunctions {
    static final Callable DICT = Function.of("dict(entries=..., **more)", arguments -> {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        if (arguments.has(0)) {
            addEntries(arguments.get(0), map);
        }
        map.putAll(arguments.keywords());
        return map;
    });

    static final Callable NAMESPACE = Function.of("namespace(entries=..., **more)", arguments -> {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        if (arguments.has(0)) {
            addEntries(arguments.get(0), map);
        }
        map.putAll(arguments.keywords());
        Namespace namespace = new Namespace();
        map.forEach((name, value) -> namespace.set(String.valueOf(name), value));
        return namespace;
    });

    static final Callable CYCLER = Function.of("cycler(*values)", arguments -> {
        if (arguments.more().isEmpty()) {
            throw JinjaException.of("cycler() needs values to cycle through");
        }
        return new Cycler(arguments.more());
    });

    static final Callable JOINER =
            Function.of("joiner(separator=...)", arguments -> new Joiner(arguments.has(0) ? arguments.get(0) : ", "));

    private GlobalFunctions() {}

    private static void addEntries(@Nullable Object entries, Map<@Nullable Object, @Nullable Object> map) {
        if (entries instanceof Map<?, ?> other) {
            map.putAll(other);
            return;
        }
        Iteration.of(entries).forEachRemaining(entry -> {
            List<@Nullable Object> pair = Iteration.list(entry);
            if (pair.size() != 2) {
                throw JinjaException.of("each entry of a dict needs a key and a value, not " + pair.size() + " values");
            }
            map.put(pair.getFirst(), pair.getLast());
        });
    }

    static Callable range(Limits limits) {
        return Function.of("range(start, stop=..., step=1)", arguments -> {
            long start = arguments.has(1) ? arguments.integer(0) : 0;
            long stop = arguments.has(1) ? arguments.integer(1) : arguments.integer(0);
            long step = arguments.integer(2);
            if (step == 0) {
                throw JinjaException.of("the step of range() can not be zero");
            }
            long size = IntegerRange.size(start, stop, step);
            if (size > limits.rangeSize()) {
                throw Limits.passed("range() may hold at most " + limits.rangeSize() + " numbers, not " + size);
            }
            return new IntegerRange(start, stop, step);
        });
    }
}
