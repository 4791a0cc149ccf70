package basin.jinja.operation;

import basin.jinja.error.JinjaException;
import basin.jinja.value.IntegerRange;
import basin.jinja.value.Tuple;
import basin.jinja.value.Undefined;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether values are equal, and which comes first. Numbers are compared by value whatever their type, so `True == 1`.
public final class Comparison {
    private Comparison() {}

    @SuppressWarnings("ReferenceEquality") // what is identical is equal, however large it is
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return !(left instanceof Double number) || !number.isNaN();
        }
        if (left instanceof String a && right instanceof String b) {
            return a.equals(b);
        }
        Number a = Numbers.normal(left);
        Number b = Numbers.normal(right);
        if (a != null && b != null) {
            return !isNan(a) && !isNan(b) && Numbers.compare(a, b) == 0;
        }
        if (left instanceof List<?> first && right instanceof List<?> second) {
            return sameKind(first, second) && equalElements(first, second);
        }
        if (left instanceof Map<?, ?> first && right instanceof Map<?, ?> second) {
            return equalEntries(first, second);
        }
        if (isAware(left) && isAware(right)) {
            return compareAware(left, right) == 0;
        }
        if (left instanceof Undefined undefined) {
            undefined.printed();
        }
        return Objects.equals(left, right);
    }

    private static boolean sameKind(List<?> left, List<?> right) {
        return left instanceof Tuple == right instanceof Tuple
                && left instanceof IntegerRange == right instanceof IntegerRange;
    }

    private static boolean isNan(Number number) {
        return number instanceof Double real && real.isNaN();
    }

    private static boolean equalElements(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> other = right.iterator();
        for (Object element : left) {
            if (!equal(element, other.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalEntries(Map<?, ?> left, Map<?, ?> right) {
        return left.size() == right.size()
                && left.entrySet().stream()
                        .allMatch(entry -> right.containsKey(entry.getKey())
                                && equal(entry.getValue(), right.get(entry.getKey())));
    }

    /// Below zero where `left` comes first, above where `right` does.
    ///
    /// @param operator as it is written, for the sentence of the error
    /// @throws JinjaException where such values have no order
    public static int compare(@Nullable Object left, @Nullable Object right, String operator) {
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        Number a = Numbers.normal(left);
        Number b = Numbers.normal(right);
        if (a != null && b != null) {
            return Numbers.compare(a, b);
        }
        boolean ordered = !(left instanceof IntegerRange);
        if (left instanceof List<?> first && right instanceof List<?> second && sameKind(first, second) && ordered) {
            return compareElements(first, second, operator);
        }
        if (isAware(left) && isAware(right)) {
            return compareAware(left, right);
        }
        if (left != null && right != null && left.getClass() == right.getClass() && !(left instanceof Undefined)) {
            Integer order = compareAlike(left, right);
            if (order != null) {
                return order;
            }
        }
        throw noOrder(left, right, operator);
    }

    private static JinjaException noOrder(@Nullable Object left, @Nullable Object right, String operator) {
        if (left instanceof Undefined undefined) {
            return undefined.used();
        }
        if (right instanceof Undefined undefined) {
            return undefined.used();
        }
        return JinjaException.of(
                "'" + operator + "' can not compare " + TypeName.of(left) + " with " + TypeName.of(right));
    }

    /// Two values of one class; null where it has no order.
    @SuppressWarnings("unchecked") // a class that compares itself takes its own kind
    private static @Nullable Integer compareAlike(Object left, Object right) {
        return switch (left) {
            case LocalDate date -> date.compareTo((LocalDate) right);
            case LocalDateTime time -> time.compareTo((LocalDateTime) right);
            case LocalTime time -> time.compareTo((LocalTime) right);
            case Comparable<?> value -> ((Comparable<Object>) value).compareTo(right);
            default -> null;
        };
    }

    private static int compareElements(List<?> left, List<?> right, String operator) {
        Iterator<?> other = right.iterator();
        for (Object element : left) {
            if (!other.hasNext()) {
                return 1;
            }
            Object second = other.next();
            if (!equal(element, second)) {
                return compare(element, second, operator);
            }
        }
        return other.hasNext() ? -1 : 0;
    }

    private static boolean isAware(@Nullable Object value) {
        return value instanceof OffsetDateTime || value instanceof ZonedDateTime;
    }

    private static int compareAware(@Nullable Object left, @Nullable Object right) {
        return instant(left).toInstant().compareTo(instant(right).toInstant());
    }

    private static OffsetDateTime instant(@Nullable Object time) {
        return switch (time) {
            case OffsetDateTime aware -> aware;
            case ZonedDateTime aware -> aware.toOffsetDateTime();
            case null, default -> throw new IllegalArgumentException("not a time with a zone: " + time);
        };
    }
}
