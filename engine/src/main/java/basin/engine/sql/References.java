package basin.engine.sql;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Walks the tree of a query: collects the tables it names, and stops at anything that a query may not do.
///
/// What may be in a tree is a list: a kind of node that a new release of the parser brings is refused until
/// somebody has looked at it.
final class References {

    private static final Set<String> QUERIES =
            Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

    private static final Set<String> TABLES =
            Set.of("BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EMPTY", "EXPRESSION_LIST", "PIVOT", "SHOW_REF");

    private static final Set<String> MODIFIERS = Set.of(
            "ORDER_MODIFIER",
            "LIMIT_MODIFIER",
            "LIMIT_PERCENT_MODIFIER",
            "DISTINCT_MODIFIER",
            "ORDER_DEFAULT",
            "ASCENDING",
            "DESCENDING",
            "INVALID");

    private static final Set<String> VALUES = Set.of(
            "COLUMN_REF",
            "CONSTANT",
            "FUNCTION",
            "COMPARISON",
            "CONJUNCTION",
            "OPERATOR",
            "BETWEEN",
            "CASE",
            "CAST",
            "SUBQUERY",
            "STAR",
            "WINDOW",
            "LAMBDA",
            "LAMBDA_REF",
            "PARAMETER",
            "COLLATE",
            "TYPE",
            "POSITIONAL_REFERENCE");

    private final SqlText text;
    private final boolean confined;
    private final List<TableReference> found = new ArrayList<>();
    private final Map<Node, Condition> conditions = new HashMap<>();
    private final List<Node> parameters = new ArrayList<>();

    /// @param confined whether the walk stops at what only a project's own statements may do
    References(SqlText text, boolean confined) {
        this.text = text;
        this.confined = confined;
    }

    /// Every place where a table is named, as far as the tree was walked.
    List<TableReference> found() {
        return found;
    }

    /// Every place where a value is left open.
    List<Node> parameters() {
        return parameters;
    }

    /// Walks a query.
    ///
    /// @throws ProblemException at the first thing that is not allowed
    void read(Node query) {
        walk(query, Scope.EMPTY);
    }

    private void walk(Node node, Scope scope) {
        String valueClass = node.text("class");
        if (!valueClass.isEmpty()) {
            value(node, valueClass, scope);
        } else if (QUERIES.contains(node.type())) {
            query(node, scope);
        } else if (TABLES.contains(node.type())) {
            table(node, scope);
        } else if (node.type().isEmpty() || MODIFIERS.contains(node.type())) {
            below(node, scope);
        } else if (confined) {
            throw refused(said(node.type()) + " is not offered to queries", node);
        } else {
            below(node, scope);
        }
    }

    private void below(Node node, Scope scope) {
        for (Node child : node.below()) {
            walk(child, scope);
        }
    }

    private void query(Node query, Scope outer) {
        Scope scope = outer;
        for (Node cte : query.get("cte_map").list("map")) {
            String name = cte.text("key");
            if (confined && TakenNames.has(name)) {
                throw new ProblemException(Problem.wrong(
                                "no part of a query can be called '" + name + "'",
                                text.find(name).orElse(text.place(0, 0)))
                        .because("DuckDB has another meaning for the name")
                        .advise("choose another"));
            }
            below(cte.get("value"), scope);
            scope = scope.with(name);
        }
        if (query.is("SELECT_NODE")) {
            conditions.putAll(Conditions.of(query));
        }
        Node ctes = query.get("cte_map");
        // The first term of a recursive query does not see its name: DuckDB would look for it elsewhere.
        Node second = query.get("right");
        boolean recursive = query.is("RECURSIVE_CTE_NODE");
        for (Node child : query.below()) {
            if (!child.equals(ctes)) {
                walk(child, recursive && child.equals(second) ? scope.recurringWith(query.text("cte_name")) : scope);
            }
        }
    }

    private void table(Node table, Scope scope) {
        switch (table.type()) {
            case "BASE_TABLE" -> {
                if (!scope.holds(table)) {
                    found.add(reference(table));
                }
            }
            case "TABLE_FUNCTION" -> {
                Node function = table.get("function");
                String name = function.text("function_name");
                if (confined
                        && (!Functions.mayBeTable(name)
                                || function.get("schema").present())) {
                    throw new ProblemException(
                            Problem.wrong("the table function '" + name + "' is not offered to queries", place(table))
                                    .advise(FileAdvice.forFunction(name)));
                }
                below(function, scope);
            }
            case "SHOW_REF" -> {
                if (!table.get("query").present()) {
                    throw refused("SHOW stands alone; inside a query, ask information_schema.tables", table);
                }
                below(table, scope);
            }
            default -> below(table, scope);
        }
    }

    private TableReference reference(Node table) {
        TableReference.Extent extent = Extents.of(table, text);
        Place place = text.place(extent.start(), extent.nameEnd() - extent.start());
        String catalog = table.text("catalog_name");
        if (confined && !catalog.isEmpty()) {
            throw new ProblemException(Problem.wrong("'" + catalog + "' is one name too many", place)
                    .because("a table is called by its schema and its name: shop.orders"));
        }
        return new TableReference(
                catalog,
                table.text("schema_name"),
                table.text("table_name"),
                asOf(table),
                conditions.getOrDefault(table, Condition.none()),
                place,
                extent);
    }

    private Optional<TimeTravel> asOf(Node table) {
        Node clause = table.get("at_clause");
        if (!clause.present()) {
            return Optional.empty();
        }
        Node value = clause.get("expr");
        Constant constant =
                Constant.of(value).orElseThrow(() -> refused("as of when a table is wanted must be a constant", value));
        boolean version = clause.text("unit").equalsIgnoreCase("VERSION");
        return Optional.of(new TimeTravel(version ? TimeTravel.Unit.VERSION : TimeTravel.Unit.TIMESTAMP, constant));
    }

    private void value(Node node, String valueClass, Scope scope) {
        if (confined && !VALUES.contains(valueClass)) {
            throw refused(said(valueClass) + " is not offered to queries", node);
        }
        String function = node.text("function_name");
        if (confined && !function.isEmpty() && !Functions.mayBeValue(function)) {
            throw new ProblemException(Functions.problem(function, place(node)));
        }
        if (valueClass.equals("PARAMETER")) {
            if (!node.text("identifier").matches("[1-9][0-9]{0,3}")) {
                throw refused("parameters are numbered, not named", node);
            }
            parameters.add(node);
        }
        below(node, scope);
    }

    private ProblemException refused(String what, Node node) {
        return new ProblemException(Problem.wrong(what, place(node)));
    }

    /// Where a node is; for one without a position, the word that its kind begins with.
    private Place place(Node node) {
        return node.offset() >= 0
                ? text.place(node.offset(), node.length())
                : text.find(node.type().replaceFirst("_.*", "")).orElse(text.place(0, 0));
    }

    private static String said(String kind) {
        return kind.replace("_NODE", "").replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
