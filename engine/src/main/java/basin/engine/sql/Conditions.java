package basin.engine.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the WHERE clause of one SELECT asks of each of the tables in its FROM clause.
///
/// Only what is safe is taken: a comparison that is null-rejecting may drop rows of any table of an inner
/// or outer join before the join, since whatever row it then pairs with, or stays alone, is dropped by the
/// same comparison afterwards. That does not hold for joins where the rows of one side decide which row of
/// the other is met (ASOF, POSITIONAL), nor for samples: their tables are left alone.
final class Conditions {

    /// Kinds of join that pair any rows that fulfil a condition, whatever other rows there are.
    private static final Set<String> PAIRING = Set.of("REGULAR", "CROSS", "NATURAL");

    private final List<Node> tables = new ArrayList<>();
    private final boolean alone;

    private Conditions(Node from) {
        this.alone = from.is("BASE_TABLE");
        collect(from);
    }

    /// The condition per table reference (a node of type BASE_TABLE) of a SELECT; those that are missing
    /// have none.
    static Map<Node, Condition> of(Node select) {
        Map<Node, Condition> found = new HashMap<>();
        Node where = select.get("where_clause");
        if (where.present() && !select.get("sample").present()) {
            Conditions conditions = new Conditions(select.get("from_table"));
            for (Node table : conditions.tables) {
                conditions.read(where, table).ifPresent(condition -> found.put(table, condition));
            }
        }
        return found;
    }

    /// Finds the tables whose rows may be left out before they are joined.
    private void collect(Node from) {
        if (from.is("BASE_TABLE")) {
            // Other names for its columns would have to be followed; a sample of fewer rows is another sample.
            if (!from.get("sample").present() && !from.get("column_name_alias").present()) {
                tables.add(from);
            }
        } else if (from.is("JOIN") && !from.get("ranking_expression").present()) {
            boolean pairing = PAIRING.contains(from.text("ref_type"));
            boolean asof = from.text("ref_type").equals("ASOF");
            String type = from.text("join_type");
            boolean inner = Set.of("INNER", "LEFT").contains(type);
            boolean outer = Set.of("RIGHT", "FULL").contains(type);
            boolean filter = Set.of("SEMI", "ANTI").contains(type);
            if ((pairing && (inner || outer || filter)) || (asof && inner)) {
                collect(from.get("left"));
            }
            if (pairing && (inner || outer)) {
                collect(from.get("right"));
            }
        }
    }

    /// What an expression asks of the rows of a table; empty where that cannot be told.
    private Optional<Condition> read(Node expression, Node table) {
        return switch (expression.type()) {
            case "CONJUNCTION_AND" -> all(expression, table);
            case "CONJUNCTION_OR" -> either(expression, table);
            case "COMPARE_EQUAL" -> comparison(expression, table, Condition.Operator.EQUAL);
            case "COMPARE_LESSTHAN" -> comparison(expression, table, Condition.Operator.LESS);
            case "COMPARE_LESSTHANOREQUALTO" -> comparison(expression, table, Condition.Operator.LESS_OR_EQUAL);
            case "COMPARE_GREATERTHAN" -> comparison(expression, table, Condition.Operator.GREATER);
            case "COMPARE_GREATERTHANOREQUALTO" -> comparison(expression, table, Condition.Operator.GREATER_OR_EQUAL);
            case "COMPARE_BETWEEN" -> between(expression, table);
            case "COMPARE_IN" -> oneOf(expression, table);
            case "OPERATOR_IS_NULL" ->
                alone
                        ? column(expression.list("children").getFirst(), table).map(Condition.Absent::new)
                        : Optional.empty();
            case "OPERATOR_IS_NOT_NULL" ->
                column(expression.list("children").getFirst(), table).map(Condition.Present::new);
            default -> Optional.empty();
        };
    }

    private Optional<Condition> all(Node expression, Node table) {
        List<Condition> parts = expression.list("children").stream()
                .flatMap(child -> read(child, table).stream())
                .toList();
        return switch (parts.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(parts.getFirst());
            default -> Optional.of(new Condition.All(parts));
        };
    }

    /// An OR tells nothing as soon as one of its sides does.
    private Optional<Condition> either(Node expression, Node table) {
        List<Node> children = expression.list("children");
        List<Condition> parts =
                children.stream().flatMap(child -> read(child, table).stream()).toList();
        return parts.size() < children.size() ? Optional.empty() : Optional.of(new Condition.Either(parts));
    }

    private Optional<Condition> comparison(Node expression, Node table, Condition.Operator operator) {
        Node left = expression.get("left");
        Node right = expression.get("right");
        return compared(left, operator, right, table).or(() -> compared(right, operator.mirrored(), left, table));
    }

    private Optional<Condition> compared(Node column, Condition.Operator operator, Node value, Node table) {
        return Constant.of(value)
                .flatMap(constant ->
                        column(column, table).map(name -> new Condition.Comparison(name, operator, constant)));
    }

    private Optional<Condition> between(Node expression, Node table) {
        Node input = expression.get("input");
        List<Condition> bounds = new ArrayList<>();
        compared(input, Condition.Operator.GREATER_OR_EQUAL, expression.get("lower"), table)
                .ifPresent(bounds::add);
        compared(input, Condition.Operator.LESS_OR_EQUAL, expression.get("upper"), table)
                .ifPresent(bounds::add);
        return bounds.isEmpty() ? Optional.empty() : Optional.of(new Condition.All(bounds));
    }

    private Optional<Condition> oneOf(Node expression, Node table) {
        List<Node> children = expression.list("children");
        List<Node> values = children.subList(1, children.size());
        List<Condition> parts = values.stream()
                .flatMap(value -> compared(children.getFirst(), Condition.Operator.EQUAL, value, table).stream())
                .toList();
        return parts.isEmpty() || parts.size() < values.size()
                ? Optional.empty()
                : Optional.of(new Condition.Either(parts));
    }

    private static String qualifier(Node table) {
        String alias = table.text("alias");
        return alias.isEmpty() ? table.text("table_name") : alias;
    }

    /// The name of the column of `table` that an expression is; empty where it is none, or where it may be
    /// another's.
    private Optional<String> column(Node expression, Node table) {
        if (!expression.is("COLUMN_REF")) {
            return Optional.empty();
        }
        List<String> names = expression.words("column_names");
        boolean itsOwn = switch (names.size()) {
            case 1 -> alone;
            case 2 -> names.getFirst().equalsIgnoreCase(qualifier(table));
            case 3 ->
                table.text("alias").isEmpty()
                        && names.getFirst().equalsIgnoreCase(table.text("schema_name"))
                        && names.get(1).equalsIgnoreCase(table.text("table_name"));
            default -> false;
        };
        return itsOwn ? Optional.of(names.getLast()) : Optional.empty();
    }
}
