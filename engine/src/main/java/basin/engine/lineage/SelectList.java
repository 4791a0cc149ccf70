package basin.engine.lineage;

import basin.engine.sql.Node;
import java.util.ArrayList;
import java.util.List;

/// What stands between SELECT and FROM.
final class SelectList {
    private final Catalog catalog;
    private final Expressions expressions;
    private final Stars stars;

    SelectList(Catalog catalog, Expressions expressions, Stars stars) {
        this.catalog = catalog;
        this.expressions = expressions;
        this.stars = stars;
    }

    /// What was selected.
    ///
    /// @param shape             its columns
    /// @param scope             where names mean what was selected, too
    /// @param rows              what decides how many rows there are for each that was read
    /// @param withoutAggregates all columns that are not computed from many rows: what GROUP BY ALL means
    record Selected(Shape shape, Scope scope, Flow rows, Flow withoutAggregates) {

        /// Where what was selected comes before the columns that were read: so HAVING looks names up.
        Scope named() {
            List<ColumnLineage> aliases = scope.aliases().entrySet().stream()
                    .map(alias -> new ColumnLineage(alias.getKey(), alias.getValue()))
                    .toList();
            return scope.reading(From.of(new Input(List.of(), Shape.of(aliases, Flow.NONE))));
        }
    }

    /// What a list selects.
    ///
    /// @param place where the FROM clause is over
    Selected read(List<Node> items, Scope place) {
        List<ColumnLineage> columns = new ArrayList<>();
        String open = "";
        Scope scope = place;
        Flow rows = Flow.NONE;
        Flow withoutAggregates = Flow.NONE;
        for (Node item : items) {
            if (!stars.isIn(item)) {
                ColumnLineage column = column(item, scope);
                columns.add(column);
                rows = rows.and(expressions.multiplying(item, scope));
                withoutAggregates =
                        expressions.isAggregate(item) ? withoutAggregates : withoutAggregates.and(column.flow());
                if (!item.text("alias").isEmpty()) {
                    scope = scope.withAlias(column.name(), column.flow());
                }
                continue;
            }
            Shape many = stars.read(item, scope);
            columns.addAll(many.columns());
            rows = rows.and(many.rows());
            withoutAggregates = expressions.isAggregate(item) ? withoutAggregates : withoutAggregates.and(many.whole());
            open = open.isEmpty() ? many.open() : open;
        }
        return new Selected(new Shape(columns, Flow.NONE, open), scope, rows, withoutAggregates);
    }

    private ColumnLineage column(Node item, Scope scope) {
        return new ColumnLineage(name(item), expressions.flow(item, scope));
    }

    private String name(Node item) {
        String alias = item.text("alias");
        if (!alias.isEmpty()) {
            return alias;
        }
        return item.is("COLUMN_REF") ? item.words("column_names").getLast() : catalog.text(item);
    }
}
