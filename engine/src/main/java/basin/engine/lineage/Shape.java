package basin.engine.lineage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What a query, or something in a FROM clause, returns.
///
/// @param columns in their order
/// @param rows    what decides on which rows there are
/// @param open    why there may be other columns than these; empty if there are none
record Shape(List<ColumnLineage> columns, Flow rows, String open) {
    Shape {
        columns = List.copyOf(columns);
    }

    static Shape of(List<ColumnLineage> columns, Flow rows) {
        return new Shape(columns, rows, "");
    }

    /// Of something whose columns nobody knows.
    static Shape unknown(String why) {
        return new Shape(List.of(), Flow.unknown(why), why);
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /// All that is in it, as one value.
    Flow whole() {
        return Flow.all(columns.stream().map(ColumnLineage::flow).toList());
    }

    /// Its columns under other names, as far as there are others.
    Shape renamed(List<String> names) {
        List<ColumnLineage> renamed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            renamed.add(i < names.size() ? columns.get(i).named(names.get(i)) : columns.get(i));
        }
        return new Shape(renamed, rows, open);
    }

    /// Its columns under names that differ, as DuckDB names those of a subquery.
    Shape distinctlyNamed() {
        Set<String> taken = new HashSet<>();
        List<ColumnLineage> renamed = new ArrayList<>();
        for (ColumnLineage column : columns) {
            String name = Stream.iterate(0, count -> count + 1)
                    .map(count -> count == 0 ? column.name() : column.name() + "_" + count)
                    .filter(each -> taken.add(each.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow();
            renamed.add(column.named(name));
        }
        return new Shape(renamed, rows, open);
    }

    Shape decidedBy(Flow more) {
        return new Shape(columns, rows.and(more), open);
    }
}
