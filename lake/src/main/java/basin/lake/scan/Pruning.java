package basin.lake.scan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/// Predicates in Iceberg's words. What Iceberg could misjudge becomes "any file".
///
/// @param schema whose columns the predicate names
record Pruning(Schema schema) {

    /// An expression that is true of every file that may hold a matching row.
    Expression of(Predicate predicate) {
        return switch (predicate) {
            case Predicate.All all ->
                all.parts().stream().map(this::of).reduce(Expressions.alwaysTrue(), Expressions::and);
            case Predicate.Either either ->
                either.parts().stream().map(this::of).reduce(Expressions.alwaysFalse(), Expressions::or);
            case Predicate.IsNull isNull ->
                column(isNull.column())
                        .<Expression>map(column -> isNull.isNull()
                                ? Expressions.isNull(column.name())
                                : Expressions.notNull(column.name()))
                        .orElse(Expressions.alwaysTrue());
            case Predicate.OneOf oneOf ->
                oneOf.constants().stream()
                        .map(constant -> compare(oneOf.column(), Predicate.Operator.EQUAL, constant))
                        .reduce(Expressions.alwaysFalse(), Expressions::or);
            case Predicate.Comparison comparison ->
                compare(comparison.column(), comparison.operator(), comparison.constant());
        };
    }

    private Expression compare(String name, Predicate.Operator operator, Object constant) {
        return column(name)
                .filter(column -> isSound(column.type(), operator))
                .flatMap(column -> literal(column.type(), constant))
                .map(value -> operator(operator).apply(new Term(name, value)))
                .orElse(Expressions.alwaysTrue());
    }

    private Optional<NestedField> column(String name) {
        return schema.columns().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /// NaN is greater than every number to SQL, and beyond all bounds to Iceberg.
    private static boolean isSound(Type type, Predicate.Operator operator) {
        boolean floating = type.typeId() == Type.TypeID.FLOAT || type.typeId() == Type.TypeID.DOUBLE;
        boolean upwards = operator == Predicate.Operator.GREATER || operator == Predicate.Operator.GREATER_OR_EQUAL;
        return !(floating && upwards);
    }

    private static Function<Term, Expression> operator(Predicate.Operator operator) {
        return switch (operator) {
            case EQUAL -> term -> Expressions.equal(term.column(), term.value());
            case LESS -> term -> Expressions.lessThan(term.column(), term.value());
            case LESS_OR_EQUAL -> term -> Expressions.lessThanOrEqual(term.column(), term.value());
            case GREATER -> term -> Expressions.greaterThan(term.column(), term.value());
            case GREATER_OR_EQUAL -> term -> Expressions.greaterThanOrEqual(term.column(), term.value());
        };
    }

    /// The constant as Iceberg keeps values of the type; empty where the two cannot be compared exactly.
    private static Optional<Object> literal(Type type, Object constant) {
        return switch (type.typeId()) {
            case BOOLEAN -> Optional.of(constant).filter(Boolean.class::isInstance);
            case INTEGER, LONG -> whole(constant);
            case DECIMAL -> decimal((Types.DecimalType) type, constant);
            case FLOAT ->
                floating(constant)
                        .filter(number -> (float) number.doubleValue() == number)
                        .map(Object.class::cast);
            case DOUBLE -> floating(constant).map(Object.class::cast);
            case STRING -> Optional.of(constant).filter(String.class::isInstance);
            case DATE -> constant instanceof LocalDate date ? days(date) : Optional.empty();
            case TIMESTAMP -> micros(((Types.TimestampType) type).shouldAdjustToUTC(), constant);
            // Iceberg compares uuids otherwise than Parquet's writers do (apache/iceberg#14216).
            case UUID, TIME, TIMESTAMP_NANO, FIXED, BINARY -> Optional.empty();
            case STRUCT, LIST, MAP, VARIANT, UNKNOWN, GEOMETRY, GEOGRAPHY -> Optional.empty();
        };
    }

    private static Optional<Object> whole(Object constant) {
        return switch (constant) {
            case Integer number -> Optional.of(number.longValue());
            case Long number -> Optional.of(number);
            default -> Optional.empty();
        };
    }

    /// Neither NaN nor zero, which has two signs that are equal to SQL and not to Iceberg.
    private static Optional<Double> floating(Object constant) {
        double number = switch (constant) {
            case Integer whole -> whole;
            case Float single -> single;
            case Double exact -> exact;
            default -> Double.NaN;
        };
        return Double.isNaN(number) || number == 0 ? Optional.empty() : Optional.of(number);
    }

    private static Optional<Object> decimal(Types.DecimalType type, Object constant) {
        BigDecimal number = switch (constant) {
            case BigDecimal exact -> exact;
            case Integer whole -> BigDecimal.valueOf(whole);
            case Long whole -> BigDecimal.valueOf(whole);
            default -> null;
        };
        if (number == null || number.stripTrailingZeros().scale() > type.scale()) {
            return Optional.empty();
        }
        return Optional.of(number.setScale(type.scale(), RoundingMode.UNNECESSARY));
    }

    private static Optional<Object> days(LocalDate date) {
        long days = date.toEpochDay();
        return days == (int) days ? Optional.of((int) days) : Optional.empty();
    }

    private static Optional<Object> micros(boolean withZone, Object constant) {
        Instant at = switch (constant) {
            case Instant instant when withZone -> instant;
            case LocalDateTime wall when !withZone -> wall.toInstant(ZoneOffset.UTC);
            default -> null;
        };
        if (at == null || !at.truncatedTo(ChronoUnit.MICROS).equals(at)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private record Term(String column, Object value) {}
}
