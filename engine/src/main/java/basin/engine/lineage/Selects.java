package basin.engine.lineage;

import basin.engine.sql.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a SELECT returns.
final class Selects {
    private final Expressions expressions;
    private final Tables tables;
    private final SelectList list;

    Selects(Catalog catalog, Queries queries) {
        Functions functions = new Functions(catalog);
        this.expressions = new Expressions(functions, queries);
        Stars stars = new Stars(catalog, expressions);
        this.tables = new Tables(catalog, queries, expressions, new Pivots(catalog, expressions, stars));
        this.list = new SelectList(catalog, expressions, stars);
    }

    /// What it returns.
    ///
    /// @param place where it stands, its own WITH clause included
    Shape read(Node select, Scope place) {
        From from = tables.read(select.get("from_table"), place);
        SelectList.Selected selected = list.read(select.list("select_list"), place.reading(from));
        Scope scope = selected.scope();
        Flow rows = from.rows()
                .and(selected.rows())
                .and(expressions.flow(select.get("where_clause"), scope).deciding(Transformation.FILTER))
                .and(groups(select, selected).deciding(Transformation.GROUP_BY))
                .and(expressions.flow(select.get("having"), selected.named()).deciding(Transformation.FILTER))
                .and(expressions.flow(select.get("qualify"), scope).deciding(Transformation.FILTER));
        Shape shape = selected.shape().decidedBy(rows);
        return shape.decidedBy(modifiers(select, shape, scope));
    }

    private Flow groups(Node select, SelectList.Selected selected) {
        if (select.text("aggregate_handling").equals("FORCE_AGGREGATES")
                && select.list("group_expressions").isEmpty()) {
            return selected.withoutAggregates();
        }
        return Flow.all(select.list("group_expressions").stream()
                .map(group ->
                        numbered(group, selected.shape()).orElseGet(() -> expressions.flow(group, selected.scope())))
                .toList());
    }

    /// What ORDER BY, DISTINCT and LIMIT decide.
    ///
    /// @param shape of what they stand behind
    Flow modifiers(Node query, Shape shape, Scope scope) {
        return Flow.all(query.list("modifiers").stream()
                .map(modifier -> switch (modifier.type()) {
                    case "ORDER_MODIFIER" ->
                        Flow.all(modifier.list("orders").stream()
                                        .map(order -> key(order.get("expression"), shape, scope))
                                        .toList())
                                .deciding(Transformation.SORT);
                    case "DISTINCT_MODIFIER" -> {
                        List<Node> targets = modifier.list("distinct_on_targets");
                        yield (targets.isEmpty() ? shape.whole() : keys(targets, shape, scope))
                                .deciding(Transformation.GROUP_BY);
                    }
                    case "LIMIT_MODIFIER", "LIMIT_PERCENT_MODIFIER" ->
                        expressions
                                .flow(modifier.get("limit"), scope)
                                .and(expressions.flow(modifier.get("offset"), scope))
                                .deciding(Transformation.FILTER);
                    default -> Flow.unknown(modifier.type() + " is not understood");
                })
                .toList());
    }

    /// What the keys of a recursive query decide.
    Flow keys(List<Node> targets, Scope scope) {
        return Flow.all(targets.stream()
                        .map(target -> expressions.flow(target, scope))
                        .toList())
                .deciding(Transformation.GROUP_BY);
    }

    private Flow keys(List<Node> targets, Shape shape, Scope scope) {
        return Flow.all(
                targets.stream().map(target -> key(target, shape, scope)).toList());
    }

    /// What rows are ordered by: the number or the name of a column, all columns, or a value.
    private Flow key(Node key, Shape shape, Scope scope) {
        if (key.is("STAR")) {
            return shape.isOpen() ? Flow.unknown(shape.open()) : shape.whole();
        }
        return numbered(key, shape).orElseGet(() -> named(key, shape, scope));
    }

    /// Where a value is nothing but a name, what the query itself has called so comes first.
    private Flow named(Node value, Shape shape, Scope scope) {
        List<String> names = value.words("column_names");
        if (value.is("COLUMN_REF") && names.size() == 1) {
            List<ColumnLineage> called = shape.columns().stream()
                    .filter(column -> column.isCalled(names.getFirst()))
                    .toList();
            if (!called.isEmpty()) {
                return Flow.all(called.stream().map(ColumnLineage::flow).toList());
            }
        }
        return expressions.flow(value, scope);
    }

    /// The column that a number means; empty for what is no number.
    private static Optional<Flow> numbered(Node value, Shape shape) {
        Node literal = value.get("literal");
        if (!literal.text("kind").toUpperCase(Locale.ROOT).equals("INTEGER")) {
            return Optional.empty();
        }
        if (shape.isOpen()) {
            return Optional.of(Flow.unknown(shape.open()));
        }
        int index = Integer.parseInt(literal.text("text")) - 1;
        return index < 0 || index >= shape.columns().size()
                ? Optional.of(Flow.unknown("there is no column " + (index + 1)))
                : Optional.of(shape.columns().get(index).flow());
    }
}
