package basin.engine.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An expression whose value is the same for all rows and for the whole of a query, such as
/// `date '2024-01-01' + 7` or `now() - interval 3 days`.
///
/// @param sql    an expression with the same value
/// @param isText whether it is only text in quotes, which takes on the type of what it is compared with
/// @param words  names in it that stand for the present unless the table has columns of these names, in
///               lower case
public record Constant(String sql, boolean isText, Set<String> words) {

    /// Functions that may be part of it: none that depends on more than its arguments and the start of the
    /// query.
    private static final Set<String> FUNCTIONS = Set.of(
            "trunc",
            "now",
            "today",
            "get_current_timestamp",
            "date_trunc",
            "make_date",
            "make_timestamp",
            "make_timestamptz",
            "to_microseconds",
            "to_milliseconds",
            "to_seconds",
            "to_minutes",
            "to_hours",
            "to_days",
            "to_weeks",
            "to_months",
            "to_quarters",
            "to_years",
            "to_timestamp",
            "epoch_ms",
            "lower",
            "upper",
            "concat",
            "strptime",
            "last_day");

    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "//", "%", "||");

    /// Words that the parser takes for columns.
    private static final Set<String> PRESENT = Set.of("current_date", "current_timestamp", "localtimestamp");

    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z_ ]+");

    /// The constant that an expression is; empty where it is none, or none that is known to be.
    static Optional<Constant> of(Node expression) {
        return switch (expression.text("class")) {
            case "CONSTANT" -> literal(expression.get("literal"));
            case "CAST" -> cast(expression);
            case "FUNCTION" -> function(expression);
            case "COLUMN_REF" -> present(expression.words("column_names"));
            default -> Optional.empty();
        };
    }

    private static Optional<Constant> literal(Node literal) {
        String text = literal.text("text");
        return switch (literal.text("kind")) {
            case "INTEGER", "NUMERIC", "BOOLEAN" -> Optional.of(new Constant(text, false, Set.of()));
            case "STRING" -> Optional.of(new Constant("'" + text.replace("'", "''") + "'", true, Set.of()));
            default -> Optional.empty();
        };
    }

    private static Optional<Constant> cast(Node cast) {
        Node type = cast.get("type_expr");
        String name = type.text("type_name");
        if (type.get("children").present()
                || type.get("schema").present()
                || !TYPE_NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return of(cast.get("child"))
                .map(child -> new Constant("CAST(" + child.sql + " AS " + name + ")", false, child.words));
    }

    private static Optional<Constant> function(Node function) {
        String name = function.text("function_name").toLowerCase(Locale.ROOT);
        List<Constant> arguments = function.list("arguments").stream()
                .flatMap(argument -> of(argument.get("expression")).stream())
                .toList();
        boolean known = FUNCTIONS.contains(name) || OPERATORS.contains(name);
        if (!known
                || function.get("schema").present()
                || function.get("filter").present()
                || arguments.size() < function.list("arguments").size()) {
            return Optional.empty();
        }
        List<String> parts = arguments.stream().map(Constant::sql).toList();
        Set<String> words = arguments.stream().flatMap(it -> it.words.stream()).collect(Collectors.toUnmodifiableSet());
        return Optional.of(new Constant(call(name, parts), false, words));
    }

    private static String call(String name, List<String> arguments) {
        if (!OPERATORS.contains(name)) {
            return name + "(" + String.join(", ", arguments) + ")";
        }
        String infix = String.join(" " + name + " ", arguments);
        return arguments.size() == 1 ? "(" + name + " " + infix + ")" : "(" + infix + ")";
    }

    private static Optional<Constant> present(List<String> names) {
        String word = names.getFirst().toLowerCase(Locale.ROOT);
        return names.size() == 1 && PRESENT.contains(word)
                ? Optional.of(new Constant(word, false, Set.of(word)))
                : Optional.empty();
    }
}
