package basin.jinja.operation;

import basin.jinja.error.JinjaException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// Arithmetic with dates and durations. Each method gives null where Python has no such operation.
final class TemporalArithmetic {
    private TemporalArithmetic() {}

    static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.plus(b);
        }
        if (left instanceof Temporal time && right instanceof Duration duration) {
            return moved(time, duration);
        }
        return left instanceof Duration duration && right instanceof Temporal time ? moved(time, duration) : null;
    }

    private static @Nullable Object moved(Temporal time, Duration duration) {
        return switch (time) {
            case LocalDate date -> date.plusDays(Math.floorDiv(duration.toSeconds(), 86_400L));
            case LocalDateTime naive -> naive.plus(duration);
            case OffsetDateTime aware -> aware.plus(duration);
            // Python moves the clock on the wall, not the instant.
            case ZonedDateTime aware ->
                ZonedDateTime.ofLocal(aware.toLocalDateTime().plus(duration), aware.getZone(), aware.getOffset());
            default -> null;
        };
    }

    static @Nullable Object subtract(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.minus(b);
        }
        if (left instanceof Temporal time && right instanceof Duration duration) {
            return moved(time, duration.negated());
        }
        return left instanceof Temporal end && right instanceof Temporal start ? between(start, end) : null;
    }

    private static @Nullable Object between(Temporal start, Temporal end) {
        if (start instanceof LocalDate from && end instanceof LocalDate to) {
            return Duration.ofDays(ChronoUnit.DAYS.between(from, to));
        }
        if (start instanceof LocalDateTime from && end instanceof LocalDateTime to) {
            return Duration.between(from, to);
        }
        if (isAware(start) && isAware(end)) {
            return Duration.between(start, end);
        }
        if (start instanceof LocalDateTime != end instanceof LocalDateTime && isAware(start) != isAware(end)) {
            throw JinjaException.of(
                    "a datetime with a time zone can not be subtracted from one without, or vice versa");
        }
        return null;
    }

    private static boolean isAware(Temporal time) {
        return time instanceof OffsetDateTime || time instanceof ZonedDateTime;
    }

    static @Nullable Object multiply(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Duration duration && Numbers.isNumber(right)) {
            return scaled(duration, Numbers.normal(right));
        }
        return right instanceof Duration duration && Numbers.isNumber(left)
                ? scaled(duration, Numbers.normal(left))
                : null;
    }

    private static @Nullable Object scaled(Duration duration, @Nullable Number factor) {
        if (factor instanceof Long times) {
            return duration.multipliedBy(times);
        }
        return factor == null ? null : ofMicroseconds(TemporalText.microseconds(duration) * factor.doubleValue());
    }

    private static Duration ofMicroseconds(double micros) {
        return Duration.of(Math.round(micros), ChronoUnit.MICROS);
    }

    static @Nullable Object divide(@Nullable Object left, @Nullable Object right) {
        if (!(left instanceof Duration duration)) {
            return null;
        }
        double micros = TemporalText.microseconds(duration);
        if (right instanceof Duration other && !other.isZero()) {
            return micros / TemporalText.microseconds(other);
        }
        Number divisor = Numbers.normal(right);
        return divisor == null || divisor.doubleValue() == 0 ? null : ofMicroseconds(micros / divisor.doubleValue());
    }
}
