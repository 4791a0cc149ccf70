package basin.model.python;

import basin.jinja.call.Bound;
import basin.jinja.operation.Iteration;
import basin.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Python's `itertools`. What it gives are lists.
final class ItertoolsModule {
    static final PythonObject MODULE = new PythonObject("module itertools")
            .value(
                    "chain",
                    new PythonObject("itertools.chain")
                            .made("chain(*iterables)", arguments -> chained(arguments.more()))
                            .function(
                                    "from_iterable(iterable)", arguments -> chained(Iteration.list(arguments.get(0)))))
            .function("product(*iterables, repeat=1)", ItertoolsModule::product)
            .function(
                    "combinations(iterable, r)",
                    arguments -> chosen(Iteration.list(arguments.get(0)), arguments.integer(1), false))
            .function("permutations(iterable, r=None)", arguments -> {
                List<@Nullable Object> all = Iteration.list(arguments.get(0));
                return chosen(all, arguments.get(1) == null ? all.size() : arguments.integer(1), true);
            })
            .function("islice(iterable, stop)", arguments -> {
                List<@Nullable Object> all = Iteration.list(arguments.get(0));
                return all.subList(0, Math.min(all.size(), arguments.integer(1)));
            })
            .function(
                    "repeat(object, times)",
                    arguments -> new ArrayList<>(Collections.nCopies(arguments.integer(1), arguments.get(0))))
            .function("zip_longest(*iterables, fillvalue=None)", ItertoolsModule::zipLongest);

    private ItertoolsModule() {}

    private static List<@Nullable Object> chained(List<@Nullable Object> iterables) {
        List<@Nullable Object> all = new ArrayList<>();
        iterables.forEach(each -> all.addAll(Iteration.list(each)));
        return all;
    }

    private static List<Tuple> product(Bound arguments) {
        List<List<@Nullable Object>> rows = new ArrayList<>(List.of(List.of()));
        for (int times = 0; times < arguments.integer(0); times++) {
            for (Object iterable : arguments.more()) {
                List<List<@Nullable Object>> longer = new ArrayList<>();
                for (List<@Nullable Object> row : rows) {
                    for (Object value : Iteration.list(iterable)) {
                        List<@Nullable Object> extended = new ArrayList<>(row);
                        extended.add(value);
                        longer.add(extended);
                    }
                }
                rows = longer;
            }
        }
        return new ArrayList<>(rows.stream().map(Tuple::copyOf).toList());
    }

    /// The ways to choose so many of the values, in the order in which Python gives them.
    private static List<Tuple> chosen(List<@Nullable Object> values, int count, boolean ordered) {
        List<Tuple> found = new ArrayList<>();
        choose(values, count, ordered, new ArrayList<>(), found);
        return found;
    }

    private static void choose(
            List<@Nullable Object> values, int count, boolean ordered, List<Integer> taken, List<Tuple> found) {
        if (taken.size() == count) {
            found.add(Tuple.copyOf(taken.stream().map(values::get).toList()));
            return;
        }
        int first = ordered || taken.isEmpty() ? 0 : taken.getLast() + 1;
        for (int i = first; i < values.size(); i++) {
            if (!taken.contains(i)) {
                taken.add(i);
                choose(values, count, ordered, taken, found);
                taken.removeLast();
            }
        }
    }

    private static List<Tuple> zipLongest(Bound arguments) {
        List<List<@Nullable Object>> columns =
                arguments.more().stream().map(Iteration::list).toList();
        int longest = columns.stream().mapToInt(List::size).max().orElse(0);
        List<Tuple> rows = new ArrayList<>();
        for (int i = 0; i < longest; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            for (List<@Nullable Object> column : columns) {
                row.add(i < column.size() ? column.get(i) : arguments.get(0));
            }
            rows.add(Tuple.copyOf(row));
        }
        return rows;
    }
}
