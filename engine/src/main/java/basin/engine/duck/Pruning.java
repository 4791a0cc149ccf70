package basin.engine.duck;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.engine.sql.Condition;
import basin.engine.sql.Constant;
import basin.lake.scan.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a query asks of the rows of a table, told to the lake, which then leaves out files that have no
/// such row.
///
/// @param schema the table's columns, as of the snapshot that is read
record Pruning(Schema schema) {

    /// The constants in a condition, with the types they are compared with.
    Stream<ConstantValues.Use> uses(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().flatMap(this::uses);
            case Condition.Either either -> either.parts().stream().flatMap(this::uses);
            case Condition.Comparison comparison -> use(comparison).stream();
            case Condition.Absent _, Condition.Present _ -> Stream.empty();
        };
    }

    /// A predicate that every row fulfils which fulfils the condition.
    Predicate predicate(Condition condition, ConstantValues values) {
        return known(condition, values).orElse(Predicate.ANY);
    }

    private Optional<Predicate> known(Condition condition, ConstantValues values) {
        return switch (condition) {
            case Condition.All all ->
                Optional.of(new Predicate.All(all.parts().stream()
                        .flatMap(part -> known(part, values).stream())
                        .toList()));
            case Condition.Either either -> either(either, values);
            case Condition.Comparison comparison -> comparison(comparison, values);
            case Condition.Absent absent ->
                field(absent.column()).map(field -> new Predicate.IsNull(field.name(), true));
            case Condition.Present present ->
                field(present.column()).map(field -> new Predicate.IsNull(field.name(), false));
        };
    }

    /// Of alternatives, each must be known.
    private Optional<Predicate> either(Condition.Either either, ConstantValues values) {
        List<Predicate> parts = new ArrayList<>();
        for (Condition part : either.parts()) {
            Optional<Predicate> known = known(part, values);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            parts.add(known.get());
        }
        return Optional.of(new Predicate.Either(parts));
    }

    private Optional<Predicate> comparison(Condition.Comparison comparison, ConstantValues values) {
        return field(comparison.column())
                .flatMap(field -> use(comparison)
                        .flatMap(values::of)
                        .flatMap(value -> ExactValue.of(value, field.type()))
                        .map(value -> new Predicate.Comparison(field.name(), operator(comparison.operator()), value)));
    }

    private Optional<ConstantValues.Use> use(Condition.Comparison comparison) {
        Constant constant = comparison.value();
        boolean readsColumns =
                constant.words().stream().anyMatch(word -> field(word).isPresent());
        return readsColumns
                ? Optional.empty()
                : field(comparison.column()).map(field -> new ConstantValues.Use(constant, field.type()));
    }

    private Optional<Field> field(String name) {
        return schema.fields().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Predicate.Operator operator(Condition.Operator operator) {
        return switch (operator) {
            case EQUAL -> Predicate.Operator.EQUAL;
            case LESS -> Predicate.Operator.LESS;
            case LESS_OR_EQUAL -> Predicate.Operator.LESS_OR_EQUAL;
            case GREATER -> Predicate.Operator.GREATER;
            case GREATER_OR_EQUAL -> Predicate.Operator.GREATER_OR_EQUAL;
        };
    }
}
