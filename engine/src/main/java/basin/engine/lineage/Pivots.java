package basin.engine.lineage;

import basin.engine.sql.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What PIVOT and UNPIVOT return.
final class Pivots {
    private final Catalog catalog;
    private final Expressions expressions;
    private final Stars stars;

    Pivots(Catalog catalog, Expressions expressions, Stars stars) {
        this.catalog = catalog;
        this.expressions = expressions;
        this.stars = stars;
    }

    Shape read(Node pivot, From source, Scope place) {
        if (!source.open().isEmpty()) {
            return Shape.unknown(source.open());
        }
        Scope scope = place.reading(source);
        return pivot.list("aggregates").isEmpty() ? unpivoted(pivot, source, scope) : pivoted(pivot, source, scope);
    }

    /// Rows become columns: one for each combination of values, and each aggregate.
    private Shape pivoted(Node pivot, From source, Scope scope) {
        List<Node> aggregates = pivot.list("aggregates");
        Flow chosen = Flow.NONE;
        List<String> names = List.of("");
        for (Node each : pivot.list("pivots")) {
            for (Node value : each.list("pivot_expressions")) {
                chosen = chosen.and(expressions.flow(value, scope));
            }
            List<String> entries = each.list("entries").stream().map(this::name).toList();
            if (entries.isEmpty() || entries.contains("")) {
                return Shape.unknown("the columns that PIVOT makes are not known");
            }
            names = names.stream()
                    .flatMap(name -> entries.stream().map(entry -> name.isEmpty() ? entry : name + "_" + entry))
                    .toList();
        }
        List<ColumnLineage> columns = new ArrayList<>(groups(pivot, source));
        Flow groups = Flow.all(columns.stream().map(ColumnLineage::flow).toList());
        Flow choice = chosen.deciding(Transformation.CONDITIONAL);
        for (String name : names) {
            for (Node aggregate : aggregates) {
                String alias = aggregate.text("alias");
                String suffix = alias.isEmpty() ? catalog.text(aggregate) : alias;
                columns.add(new ColumnLineage(
                        aggregates.size() == 1 && alias.isEmpty() ? name : name + "_" + suffix,
                        expressions.flow(aggregate, scope).and(choice)));
            }
        }
        return Shape.of(columns, source.rows().and(groups.deciding(Transformation.GROUP_BY)));
    }

    /// What rows are grouped by: what is named, or else all that is not used otherwise.
    private static List<ColumnLineage> groups(Node pivot, From source) {
        List<String> named = pivot.words("groups");
        Set<String> used = new HashSet<>();
        Stream.concat(
                        pivot.list("aggregates").stream(),
                        pivot.list("pivots").stream().flatMap(each -> each.list("pivot_expressions").stream()))
                .forEach(value -> columns(value, used));
        return source.visible().stream()
                .map(Visible::column)
                .filter(column -> named.isEmpty()
                        ? !used.contains(column.name().toLowerCase(Locale.ROOT))
                        : named.stream().anyMatch(column::isCalled))
                .toList();
    }

    private static void columns(Node value, Set<String> found) {
        List<String> names = value.words("column_names");
        if (!names.isEmpty()) {
            found.add(names.getLast().toLowerCase(Locale.ROOT));
        }
        value.below().forEach(each -> columns(each, found));
    }

    /// What a value names its column; empty if only running it would tell.
    private String name(Node entry) {
        String alias = entry.text("alias");
        Node value = entry.get("star_expr");
        return alias.isEmpty() ? value.get("literal").text("text") : alias;
    }

    /// Columns become rows: one column has their names, and others their values.
    private Shape unpivoted(Node pivot, From source, Scope scope) {
        List<String> values = pivot.words("unpivot_names");
        List<Flow> flows = new ArrayList<>();
        values.forEach(each -> flows.add(Flow.NONE));
        Set<String> used = new HashSet<>();
        List<ColumnLineage> named = new ArrayList<>();
        for (Node each : pivot.list("pivots")) {
            each.words("unpivot_names").forEach(name -> named.add(new ColumnLineage(name, Flow.NONE)));
            for (Node entry : each.list("entries")) {
                Node value = entry.get("star_expr");
                List<List<Flow>> rows = new ArrayList<>();
                if (stars.isIn(value)) {
                    Shape shape = stars.read(value, scope);
                    if (shape.isOpen()) {
                        return shape;
                    }
                    shape.columns().forEach(column -> {
                        used.add(column.name().toLowerCase(Locale.ROOT));
                        rows.add(List.of(column.flow()));
                    });
                } else {
                    columns(value, used);
                    List<Node> arguments = value.list("arguments");
                    rows.add(
                            arguments.isEmpty()
                                    ? List.of(expressions.flow(value, scope))
                                    : arguments.stream()
                                            .map(argument -> expressions.flow(argument.get("expression"), scope))
                                            .toList());
                }
                for (List<Flow> row : rows) {
                    for (int i = 0; i < flows.size(); i++) {
                        flows.set(i, flows.get(i).and(i < row.size() ? row.get(i) : Flow.unknown("UNPIVOT")));
                    }
                }
            }
        }
        List<ColumnLineage> columns = new ArrayList<>(source.visible().stream()
                .map(Visible::column)
                .filter(column -> !used.contains(column.name().toLowerCase(Locale.ROOT)))
                .toList());
        columns.addAll(named);
        for (int i = 0; i < values.size(); i++) {
            columns.add(new ColumnLineage(values.get(i), flows.get(i)));
        }
        Flow present = pivot.text("include_nulls").equals("true")
                ? Flow.NONE
                : Flow.all(flows).deciding(Transformation.FILTER);
        return Shape.of(columns, source.rows().and(present));
    }
}
