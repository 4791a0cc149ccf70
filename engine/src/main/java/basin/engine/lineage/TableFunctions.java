package basin.engine.lineage;

import basin.engine.sql.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What functions in FROM clauses return.
final class TableFunctions {
    /// What makes rows out of its arguments alone, and a call of it that has the same columns as any other.
    private static final Map<String, String> PURE = Map.of(
            "range", "range(1)",
            "generate_series", "generate_series(1)",
            "json_each", "json_each('{}')",
            "json_tree", "json_tree('{}')");

    private static final Set<String> UNPACKING = Set.of("unnest", "unlist");

    private final Catalog catalog;
    private final Expressions expressions;

    TableFunctions(Catalog catalog, Expressions expressions) {
        this.catalog = catalog;
        this.expressions = expressions;
    }

    Shape read(Node table, Scope place) {
        Node function = table.get("function");
        String name = Functions.name(function);
        List<Node> arguments = function.list("arguments").stream()
                .map(argument -> argument.get("expression"))
                .toList();
        Flow flow = Flow.all(arguments.stream()
                .map(argument -> expressions.flow(argument, place))
                .toList());
        Flow rows = flow.deciding(Transformation.JOIN);
        if (UNPACKING.contains(name) && arguments.size() == 1) {
            String alias = table.text("alias");
            return Shape.of(List.of(new ColumnLineage(alias.isEmpty() ? "unnest" : alias, flow.changed())), rows);
        }
        String call = PURE.get(name);
        if (call != null) {
            return shape(call, flow.changed(), rows);
        }
        Flow unknown = Flow.unknown("what " + name + "() reads is not known");
        return isConstant(function)
                ? shape(catalog.text(function), unknown, unknown)
                : Shape.unknown("what " + name + "() reads is not known");
    }

    private Shape shape(String call, Flow each, Flow rows) {
        List<String> names = catalog.columns("SELECT * FROM " + call);
        return names.isEmpty()
                ? Shape.unknown("the columns of " + call + " are not known")
                : Shape.of(
                        names.stream()
                                .map(name -> new ColumnLineage(name, each))
                                .toList(),
                        rows);
    }

    private static boolean isConstant(Node node) {
        String kind = node.text("class");
        return !kind.equals("COLUMN_REF")
                && !kind.equals("SUBQUERY")
                && node.below().stream().allMatch(TableFunctions::isConstant);
    }
}
