package basin.engine.lineage;

import basin.engine.sql.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What queries return: those of SELECT and VALUES, set operations over them, and recursive ones.
final class Queries {
    private final Selects selects;

    Queries(Catalog catalog) {
        this.selects = new Selects(catalog, this);
    }

    /// What a query returns.
    ///
    /// @param place where it stands
    Shape read(Node query, Scope place) {
        Scope scope = place;
        for (Node named : query.get("cte_map").list("map")) {
            Node value = named.get("value");
            scope = scope.with(
                    named.text("key"),
                    read(value.get("query_node"), scope).distinctlyNamed().renamed(value.words("aliases")));
        }
        return switch (query.type()) {
            case "SELECT_NODE" -> selects.read(query, scope);
            case "SET_OPERATION_NODE" -> ordered(query, operation(query, scope), scope);
            case "RECURSIVE_CTE_NODE" -> recursive(query, scope);
            default -> Shape.unknown("a query of the kind " + query.type() + " is not understood");
        };
    }

    private Shape ordered(Node query, Shape shape, Scope scope) {
        return shape.decidedBy(selects.modifiers(query, shape, scope.reading(From.of(new Input(List.of(), shape)))));
    }

    private Shape operation(Node query, Scope scope) {
        List<Shape> parts =
                query.list("children").stream().map(each -> read(each, scope)).toList();
        boolean distinct = query.text("setop_all").equals("false");
        return switch (query.text("setop_type")) {
            case "UNION" ->
                parts.stream()
                        .reduce((left, right) -> union(left, right, distinct))
                        .orElseThrow();
            case "UNION_BY_NAME" ->
                parts.stream()
                        .reduce((left, right) -> byName(left, right, distinct))
                        .orElseThrow();
            case "INTERSECT", "EXCEPT" ->
                parts.stream().reduce(Queries::compared).orElseThrow();
            default -> Shape.unknown("a set operation is not understood");
        };
    }

    /// Rows of both; where each is there once, all that is in them decides on that.
    private static Shape union(Shape left, Shape right, boolean distinct) {
        if (left.isOpen()
                || right.isOpen()
                || left.columns().size() != right.columns().size()) {
            return Shape.unknown(open(left, right));
        }
        List<ColumnLineage> columns = new ArrayList<>();
        for (int i = 0; i < left.columns().size(); i++) {
            ColumnLineage column = left.columns().get(i);
            columns.add(new ColumnLineage(
                    column.name(), column.flow().and(right.columns().get(i).flow())));
        }
        return once(Shape.of(columns, left.rows().and(right.rows())), distinct);
    }

    private static Shape byName(Shape left, Shape right, boolean distinct) {
        if (left.isOpen() || right.isOpen()) {
            return Shape.unknown(open(left, right));
        }
        List<ColumnLineage> columns = new ArrayList<>();
        for (ColumnLineage column : left.columns()) {
            columns.add(new ColumnLineage(column.name(), column.flow().and(named(right, column.name()))));
        }
        for (ColumnLineage column : right.columns()) {
            if (columns.stream().noneMatch(each -> each.isCalled(column.name()))) {
                columns.add(column);
            }
        }
        return once(Shape.of(columns, left.rows().and(right.rows())), distinct);
    }

    private static Flow named(Shape shape, String name) {
        return Flow.all(shape.columns().stream()
                .filter(each -> each.isCalled(name))
                .map(ColumnLineage::flow)
                .toList());
    }

    private static Shape once(Shape shape, boolean distinct) {
        return distinct ? shape.decidedBy(shape.whole().deciding(Transformation.GROUP_BY)) : shape;
    }

    /// Rows of the first, for which those of the second are looked through.
    private static Shape compared(Shape left, Shape right) {
        if (left.isOpen() || right.isOpen()) {
            return Shape.unknown(open(left, right));
        }
        return left.decidedBy(right.rows().and(left.whole().and(right.whole()).deciding(Transformation.FILTER)));
    }

    private static String open(Shape left, Shape right) {
        return Stream.of(left.open(), right.open())
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("the queries beside each other have different columns");
    }

    /// Each step reads what the steps before it found, so what is known grows until nothing is new.
    private Shape recursive(Node query, Scope scope) {
        String name = query.text("cte_name");
        List<String> aliases = query.words("aliases");
        boolean distinct = !query.text("union_all").equals("true");
        Shape found = read(query.get("left"), scope).distinctlyNamed().renamed(aliases);
        Flow keys = Flow.NONE;
        while (true) {
            Scope inside = scope.with(name, found).with("recurring." + name, found);
            Shape more =
                    union(found, read(query.get("right"), inside), distinct).decidedBy(keys);
            if (more.equals(found)) {
                return found;
            }
            keys = selects.keys(query.list("key_targets"), scope.reading(From.of(new Input(List.of(), more))));
            found = more;
        }
    }
}
