package basin.jinja.operation;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Undefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Numbers of all of Java's types as the few that Python has. A whole number is a Long where it fits into one.
public final class Numbers {
    private Numbers() {}

    /// Whether it is a number; booleans are.
    public static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    /// Whether it is a whole number by its type; booleans are.
    public static boolean isWhole(@Nullable Object value) {
        return normal(value) instanceof Long || value instanceof BigInteger;
    }

    private static boolean isWholeNormal(Number number) {
        return number instanceof Long || number instanceof BigInteger;
    }

    /// One of Long, BigInteger (beyond a Long), BigDecimal and Double; null where the value is no number.
    public static @Nullable Number normal(@Nullable Object value) {
        return switch (value) {
            case Long number -> number;
            case Double number -> number;
            case Boolean truth -> truth ? 1L : 0L;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case BigInteger number -> fitted(number);
            case BigDecimal number -> number;
            case Number number -> number.doubleValue();
            case null, default -> null;
        };
    }

    /// A Long where the number fits into one.
    public static Number fitted(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    static BigInteger whole(Number number) {
        return number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
    }

    static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(whole(number));
    }

    /// As a double.
    ///
    /// @throws JinjaException where a whole number is too large for one
    static double real(Number number) {
        double real = number.doubleValue();
        if (Double.isInfinite(real) && !(number instanceof Double)) {
            throw JinjaException.of("the whole number is too large to convert to float");
        }
        return real;
    }

    static int compare(Number left, Number right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        boolean real = left instanceof Double || right instanceof Double;
        if (real && (!isFinite(left) || !isFinite(right))) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        return exact(left).compareTo(exact(right));
    }

    private static boolean isFinite(Number number) {
        return !(number instanceof Double) || Double.isFinite(number.doubleValue());
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Double ? new BigDecimal(number.doubleValue()) : decimal(number);
    }

    /// A value that has to be a whole number of a Java int's size, such as an index.
    ///
    /// @param what names it in the error's sentence, such as `an index`
    public static int index(@Nullable Object value, String what) {
        if (value instanceof Undefined undefined) {
            throw undefined.used();
        }
        if (!(normal(value) instanceof Long number)) {
            throw JinjaException.of(what + " has to be a whole number, not " + TypeName.of(value));
        }
        return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// The whole part of a number, towards zero.
    public static Number truncated(Number number) {
        if (isWholeNormal(number)) {
            return number;
        }
        if (number instanceof Double real && !Double.isFinite(real)) {
            throw JinjaException.of("cannot convert float " + FloatText.of(real) + " to integer");
        }
        return fitted(exact(number).toBigInteger());
    }
}
