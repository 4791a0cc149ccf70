package basin.engine.sql;

import java.util.List;
import java.util.stream.Collectors;

/// Conditions as text, for tests to compare.
final class ConditionText {

    private ConditionText() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.isNone() ? "anything" : joined(all.parts(), " and ");
            case Condition.Either either -> joined(either.parts(), " or ");
            case Condition.Comparison it ->
                it.column() + " " + sign(it.operator()) + " " + it.value().sql();
            case Condition.Absent absent -> absent.column() + " is null";
            case Condition.Present present -> present.column() + " is not null";
        };
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream().map(ConditionText::of).collect(Collectors.joining(word, "(", ")"));
    }

    private static String sign(Condition.Operator operator) {
        return switch (operator) {
            case EQUAL -> "=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }
}
