package basin.engine.lineage;

import basin.engine.sql.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What values depend on.
final class Expressions {
    /// Kinds of values that are computed from all that stands in them, and from nothing else.
    private static final Set<String> COMPUTED =
            Set.of("COMPARISON", "CONJUNCTION", "OPERATOR", "BETWEEN", "CAST", "COLLATE", "TYPE");

    private final Functions functions;
    private final Queries queries;

    Expressions(Functions functions, Queries queries) {
        this.functions = functions;
        this.queries = queries;
    }

    /// What a value depends on; nothing for one that is left out.
    Flow flow(Node value, Scope scope) {
        if (!value.present()) {
            return Flow.NONE;
        }
        String kind = value.text("class");
        return switch (kind) {
            case "COLUMN_REF" -> scope.column(value.words("column_names"));
            case "CONSTANT", "PARAMETER", "DEFAULT" -> Flow.NONE;
            case "FUNCTION" -> function(value, scope);
            case "CASE" -> choice(value, scope);
            case "WINDOW" -> window(value, scope);
            case "SUBQUERY" -> subquery(value, scope);
            case "LAMBDA" -> lambda(value, scope);
            case "STAR" -> visible(scope);
            case "POSITIONAL_REFERENCE" -> positional(value, scope);
            default ->
                COMPUTED.contains(kind)
                        ? all(value.below(), scope).changed()
                        : Flow.unknown("a value of the kind " + kind + " is not understood");
        };
    }

    private Flow all(List<Node> values, Scope scope) {
        Flow all = Flow.NONE;
        for (Node each : values) {
            // What has no kind only holds others.
            all = all.and(each.text("class").isEmpty() ? all(each.below(), scope) : flow(each, scope));
        }
        return all;
    }

    private Flow function(Node function, Scope scope) {
        List<Node> arguments = arguments(function);
        Flow filter = flow(function.get("filter"), scope).deciding(Transformation.FILTER);
        Flow order = all(function.get("order_bys").list("orders"), scope).deciding(Transformation.SORT);
        Flow direct = switch (functions.of(function)) {
            case AGGREGATE -> all(arguments, scope).aggregated();
            case SCALAR -> all(arguments, scope).changed();
            case UNKNOWN ->
                all(arguments, scope)
                        .changed()
                        .and(Flow.unknown("what " + Functions.name(function) + "() reads is not known"));
        };
        if (functions.isChoosing(function) && !arguments.isEmpty()) {
            direct = flow(arguments.getFirst(), scope)
                    .deciding(Transformation.CONDITIONAL)
                    .and(all(arguments.subList(1, arguments.size()), scope).changed());
        }
        return direct.and(filter).and(order);
    }

    private static List<Node> arguments(Node function) {
        return function.list("arguments").stream()
                .map(argument -> argument.get("expression"))
                .toList();
    }

    private Flow choice(Node value, Scope scope) {
        Flow flow = flow(value.get("else_expr"), scope).changed();
        for (Node check : value.list("case_checks")) {
            flow = flow.and(flow(check.get("when_expr"), scope).deciding(Transformation.CONDITIONAL))
                    .and(flow(check.get("then_expr"), scope).changed());
        }
        return flow;
    }

    /// Its arguments are read in many rows; all else says in which.
    private Flow window(Node window, Scope scope) {
        Flow arguments = all(arguments(window), scope);
        boolean aggregate = window.is("WINDOW_AGGREGATE");
        List<Node> given = window.list("arguments");
        List<Node> others = window.below().stream()
                .filter(each -> given.stream().noneMatch(each::equals))
                .toList();
        Flow flow = (aggregate ? arguments.aggregated() : arguments.changed())
                .and(all(others, scope).deciding(Transformation.WINDOW));
        return aggregate && functions.of(window) == Catalog.Function.UNKNOWN
                ? flow.and(Flow.unknown("what " + Functions.name(window) + "() reads is not known"))
                : flow;
    }

    private Flow subquery(Node value, Scope scope) {
        Shape shape = queries.read(value.get("subquery").get("node"), scope);
        Flow tested = flow(value.get("child"), scope).changed();
        if (value.text("subquery_type").endsWith("EXISTS")) {
            return shape.rows().and(tested);
        }
        return shape.isOpen()
                ? Flow.unknown(shape.open())
                : shape.whole().changed().and(shape.rows()).and(tested);
    }

    /// A function of its own parameters; or, in the form with an arrow, a field of a JSON document.
    private Flow lambda(Node lambda, Scope scope) {
        Node left = lambda.get("lhs");
        if (!lambda.text("syntax_type").equals("LAMBDA_KEYWORD")) {
            return flow(left, scope).and(flow(lambda.get("expr"), scope)).changed();
        }
        List<String> parameters = new ArrayList<>(left.words("column_names"));
        arguments(left).forEach(each -> parameters.addAll(each.words("column_names")));
        return flow(lambda.get("expr"), scope.withParameters(parameters));
    }

    private static Flow visible(Scope scope) {
        From from = scope.from();
        return from.open().isEmpty() ? from.shape().whole() : Flow.unknown(from.open());
    }

    private static Flow positional(Node value, Scope scope) {
        int index = Integer.parseInt(value.text("index")) - 1;
        List<Visible> visible = scope.from().visible();
        return scope.from().open().isEmpty() && index >= 0 && index < visible.size()
                ? visible.get(index).column().flow()
                : Flow.unknown("#" + (index + 1) + " is not known");
    }

    /// Whether a value is computed from many rows.
    boolean isAggregate(Node value) {
        if (value.is("FUNCTION") && functions.of(value) == Catalog.Function.AGGREGATE) {
            return true;
        }
        return !value.text("class").equals("SUBQUERY") && value.below().stream().anyMatch(this::isAggregate);
    }

    /// What decides how many rows come of one, where a value in it is unpacked into rows.
    Flow multiplying(Node value, Scope scope) {
        if (value.text("class").equals("SUBQUERY")) {
            return Flow.NONE;
        }
        if (functions.isMultiplying(value)) {
            return all(arguments(value), scope).deciding(Transformation.JOIN);
        }
        return Flow.all(
                value.below().stream().map(each -> multiplying(each, scope)).toList());
    }
}
