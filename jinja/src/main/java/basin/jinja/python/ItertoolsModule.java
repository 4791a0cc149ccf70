package basin.jinja.python;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Arithmetic;
import basin.jinja.operation.Iteration;
import basin.jinja.operation.Limits;
import basin.jinja.operation.Numbers;
import basin.jinja.operation.Truth;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `itertools`, as far as it ends: each function gives a list.
final class ItertoolsModule {
    private static final int LARGEST = 1_000_000;

    private ItertoolsModule() {}

    static PythonModule create() {
        return new PythonModule("itertools", null)
                .with(
                        "chain",
                        new PythonModule("itertools.chain", arguments -> chained(arguments.positional()))
                                .function("from_iterable(iterable)", a -> chained(Iteration.list(a.get(0)))))
                .function("product(*iterables, repeat=1)", ItertoolsModule::product)
                .function("combinations(iterable, r)", a -> chosen(a, false, true))
                .function("combinations_with_replacement(iterable, r)", a -> chosen(a, true, true))
                .function("permutations(iterable, r=None)", a -> chosen(a, false, false))
                .function("repeat(object, times)", a -> repeated(a.get(0), a.integer(1)))
                .function("zip_longest(*iterables, fillvalue=None)", a -> zipped(a.more(), a.get(0)))
                .function("accumulate(iterable)", ItertoolsModule::accumulated)
                .function("compress(data, selectors)", ItertoolsModule::compressed)
                .function("islice(iterable, start, stop=..., step=1)", ItertoolsModule::slice)
                .function("starmap(function, iterable)", ItertoolsModule::starMapped);
    }

    private static List<@Nullable Object> chained(List<@Nullable Object> iterables) {
        List<@Nullable Object> chained = new ArrayList<>();
        iterables.forEach(each -> chained.addAll(Iteration.list(each)));
        return chained;
    }

    private static void checkSize(long size) {
        if (size > LARGEST) {
            throw Limits.passed("itertools gives at most " + LARGEST + " elements");
        }
    }

    private static List<@Nullable Object> repeated(@Nullable Object value, int times) {
        checkSize(times);
        List<@Nullable Object> repeated = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            repeated.add(value);
        }
        return repeated;
    }

    private static List<Tuple> product(Bound arguments) {
        List<List<@Nullable Object>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        for (int round = 0; round < arguments.integer(0); round++) {
            for (Object iterable : arguments.more()) {
                rows = times(rows, Iteration.list(iterable));
            }
        }
        return rows.stream().map(Tuple::copyOf).toList();
    }

    private static List<List<@Nullable Object>> times(
            List<List<@Nullable Object>> rows, List<@Nullable Object> values) {
        checkSize((long) rows.size() * values.size());
        List<List<@Nullable Object>> longer = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            for (Object value : values) {
                List<@Nullable Object> next = new ArrayList<>(row);
                next.add(value);
                longer.add(next);
            }
        }
        return longer;
    }

    /// @param repeats whether an element may be chosen again
    /// @param ordered whether elements keep their order, so that each choice comes up once
    private static List<Tuple> chosen(Bound arguments, boolean repeats, boolean ordered) {
        List<@Nullable Object> elements = Iteration.list(arguments.get(0));
        int count = arguments.get(1) == null ? elements.size() : arguments.integer(1);
        if (count < 0) {
            throw JinjaException.of("the number of elements to choose can not be negative");
        }
        List<Tuple> choices = new ArrayList<>();
        choose(elements, count, repeats, ordered, new ArrayList<>(), choices);
        return choices;
    }

    private static void choose(
            List<@Nullable Object> elements,
            int count,
            boolean repeats,
            boolean ordered,
            List<Integer> chosen,
            List<Tuple> choices) {
        if (chosen.size() == count) {
            checkSize(choices.size() + 1L);
            choices.add(Tuple.copyOf(
                    chosen.stream().<@Nullable Object>map(elements::get).toList()));
            return;
        }
        int from = ordered && !chosen.isEmpty() ? chosen.getLast() : 0;
        for (int i = from; i < elements.size(); i++) {
            if (repeats || !chosen.contains(i)) {
                chosen.add(i);
                choose(elements, count, repeats, ordered, chosen, choices);
                chosen.removeLast();
            }
        }
    }

    private static List<Tuple> zipped(List<@Nullable Object> iterables, @Nullable Object filling) {
        List<List<@Nullable Object>> columns = new ArrayList<>();
        iterables.forEach(each -> columns.add(Iteration.list(each)));
        int length = columns.stream().mapToInt(List::size).max().orElse(0);
        List<Tuple> rows = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            for (List<@Nullable Object> column : columns) {
                row.add(i < column.size() ? column.get(i) : filling);
            }
            rows.add(Tuple.copyOf(row));
        }
        return rows;
    }

    private static List<@Nullable Object> accumulated(Bound arguments) {
        List<@Nullable Object> sums = new ArrayList<>();
        Iteration.of(arguments.get(0))
                .forEachRemaining(each -> sums.add(sums.isEmpty() ? each : Arithmetic.add(sums.getLast(), each)));
        return sums;
    }

    private static List<@Nullable Object> compressed(Bound arguments) {
        List<@Nullable Object> data = Iteration.list(arguments.get(0));
        List<@Nullable Object> selectors = Iteration.list(arguments.get(1));
        List<@Nullable Object> kept = new ArrayList<>();
        for (int i = 0; i < Math.min(data.size(), selectors.size()); i++) {
            if (Truth.of(selectors.get(i))) {
                kept.add(data.get(i));
            }
        }
        return kept;
    }

    private static List<@Nullable Object> slice(Bound arguments) {
        List<@Nullable Object> all = Iteration.list(arguments.get(0));
        int start = arguments.has(2) && arguments.get(1) != null ? arguments.integer(1) : 0;
        Object end = arguments.has(2) ? arguments.get(2) : arguments.get(1);
        int stop = end == null ? all.size() : Math.min(all.size(), Numbers.index(end, "the end of a slice"));
        int step = arguments.get(3) == null ? 1 : arguments.integer(3);
        if (start < 0 || stop < 0 || step < 1) {
            throw JinjaException.of("islice() takes no negative numbers");
        }
        List<@Nullable Object> slice = new ArrayList<>();
        for (int i = start; i < stop; i += step) {
            slice.add(all.get(i));
        }
        return slice;
    }

    private static List<@Nullable Object> starMapped(Bound arguments) {
        if (!(arguments.get(0) instanceof Callable function)) {
            throw arguments.wrong(0, "a function");
        }
        List<@Nullable Object> results = new ArrayList<>();
        Iteration.of(arguments.get(1))
                .forEachRemaining(each -> results.add(
                        function.call(Arguments.of(Iteration.list(each).toArray()))));
        return results;
    }
}
