package basin.engine.duck;

import basin.core.rows.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Brings a constant to the type of the column it is compared with, where that changes nothing about the
/// comparison.
///
/// DuckDB compares values of two types in a third. A bound that was rounded on its way to the column's type
/// could leave out a file that it must not.
final class ExactValue {

    /// Whole numbers up to here have a double of their own.
    private static final long DOUBLE_IS_EXACT = 1L << 53;

    private ExactValue() {}

    /// The value as the lake's predicates want it; empty where the two types are compared in some other way.
    static Optional<Object> of(Object value, Type column) {
        return switch (column) {
            case Type.Primitive primitive ->
                switch (primitive) {
                    case BOOLEAN -> Optional.of(value).filter(Boolean.class::isInstance);
                    case INT, LONG -> whole(value).map(it -> it);
                    case FLOAT ->
                        floating(value)
                                .filter(it -> it.equals((double) it.floatValue()))
                                .map(Double::floatValue);
                    case DOUBLE -> floating(value).map(it -> it);
                    case STRING -> Optional.of(value).filter(String.class::isInstance);
                    case DATE ->
                        wall(value)
                                .filter(it -> it.toLocalTime().equals(LocalTime.MIDNIGHT))
                                .map(LocalDateTime::toLocalDate);
                    case TIMESTAMP -> wall(value).map(it -> it);
                    case TIMESTAMPTZ -> wall(value).map(it -> it.toInstant(ZoneOffset.UTC));
                    case TIME, UUID, BINARY -> Optional.empty();
                };
            case Type.Decimal decimal ->
                decimal(value)
                        .filter(it -> it.stripTrailingZeros().scale() <= decimal.scale())
                        .map(it -> it);
            case Type.Listing _, Type.Struct _, Type.Mapping _ -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> decimal(Object value) {
        return switch (value) {
            case Integer number -> Optional.of(BigDecimal.valueOf(number));
            case Long number -> Optional.of(BigDecimal.valueOf(number));
            case BigDecimal number -> Optional.of(number);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> whole(Object value) {
        return decimal(value)
                .filter(it -> it.stripTrailingZeros().scale() <= 0
                        && it.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(BigDecimal::longValueExact);
    }

    /// Zero is left out: there are two of it, which are equal in SQL and not so in the statistics of files.
    private static Optional<Double> floating(Object value) {
        Optional<Double> number = switch (value) {
            case Double it -> Optional.of(it);
            case Float it -> Optional.of(it.doubleValue());
            case Integer _, Long _, BigDecimal _ ->
                decimal(value)
                        .filter(it -> it.abs().compareTo(BigDecimal.valueOf(DOUBLE_IS_EXACT)) <= 0
                                && new BigDecimal(it.doubleValue()).compareTo(it) == 0)
                        .map(BigDecimal::doubleValue);
            default -> Optional.empty();
        };
        return number.filter(it -> Double.isFinite(it) && it != 0);
    }

    /// A point in time as a clock in UTC shows it, which is the zone of every query.
    private static Optional<LocalDateTime> wall(Object value) {
        return switch (value) {
            case LocalDate date -> Optional.of(date.atStartOfDay());
            case LocalDateTime wall -> Optional.of(wall);
            case Instant instant -> Optional.of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
            default -> Optional.empty();
        };
    }
}
