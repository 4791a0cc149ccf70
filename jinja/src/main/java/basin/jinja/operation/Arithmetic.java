package basin.jinja.operation;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Tuple;
import basin.jinja.value.Undefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `+ - * / // % **` over all values that have them. Whole numbers never overflow; `//` rounds down and `%` has the
/// sign of the divisor.
public final class Arithmetic {
    private Arithmetic() {}

    public static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
            return overflow ? BigInteger.valueOf(a).add(BigInteger.valueOf(b)) : (Object) sum;
        }
        if (left instanceof String a && right instanceof String b) {
            return a + b;
        }
        if (left instanceof List<?> a
                && right instanceof List<?> b
                && left instanceof Tuple == right instanceof Tuple) {
            List<@Nullable Object> joined = new ArrayList<>(a.size() + b.size());
            joined.addAll(a);
            joined.addAll(b);
            return left instanceof Tuple ? Tuple.copyOf(joined) : joined;
        }
        Number a = Numbers.normal(left);
        Number b = Numbers.normal(right);
        if (a != null && b != null) {
            return switch (Rank.of(a, b)) {
                case WHOLE -> Numbers.fitted(Numbers.whole(a).add(Numbers.whole(b)));
                case DECIMAL -> Numbers.decimal(a).add(Numbers.decimal(b));
                case REAL -> Numbers.real(a) + Numbers.real(b);
            };
        }
        Object moved = TemporalArithmetic.add(left, right);
        if (moved != null) {
            return moved;
        }
        throw unsupported("+", left, right);
    }

    public static Object subtract(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long difference = a - b;
            boolean overflow = ((a ^ b) & (a ^ difference)) < 0;
            return overflow ? BigInteger.valueOf(a).subtract(BigInteger.valueOf(b)) : (Object) difference;
        }
        Number a = Numbers.normal(left);
        Number b = Numbers.normal(right);
        if (a != null && b != null) {
            return switch (Rank.of(a, b)) {
                case WHOLE -> Numbers.fitted(Numbers.whole(a).subtract(Numbers.whole(b)));
                case DECIMAL -> Numbers.decimal(a).subtract(Numbers.decimal(b));
                case REAL -> Numbers.real(a) - Numbers.real(b);
            };
        }
        if (left instanceof Set<?> all && right instanceof Set<?> some) {
            Set<@Nullable Object> rest = new LinkedHashSet<>(all);
            rest.removeAll(some);
            return rest;
        }
        Object moved = TemporalArithmetic.subtract(left, right);
        if (moved != null) {
            return moved;
        }
        throw unsupported("-", left, right);
    }

    public static Object multiply(@Nullable Object left, @Nullable Object right) {
        Number a = Numbers.normal(left);
        Number b = Numbers.normal(right);
        if (a != null && b != null) {
            return switch (Rank.of(a, b)) {
                case WHOLE -> {
                    checkBits((long) Numbers.whole(a).bitLength()
                            + Numbers.whole(b).bitLength());
                    yield Numbers.fitted(Numbers.whole(a).multiply(Numbers.whole(b)));
                }
                case DECIMAL -> Numbers.decimal(a).multiply(Numbers.decimal(b));
                case REAL -> Numbers.real(a) * Numbers.real(b);
            };
        }
        if (b instanceof Long times && isSequence(left)) {
            return repeated(left, times);
        }
        if (a instanceof Long times && isSequence(right)) {
            return repeated(right, times);
        }
        Object scaled = TemporalArithmetic.multiply(left, right);
        if (scaled != null) {
            return scaled;
        }
        throw unsupported("*", left, right);
    }

    private static boolean isSequence(@Nullable Object value) {
        return value instanceof String || value instanceof List<?>;
    }

    private static Object repeated(@Nullable Object sequence, long times) {
        long size =
                sequence instanceof String text ? text.length() : sequence instanceof List<?> list ? list.size() : 0;
        int count = Math.clamp(times, 0, Integer.MAX_VALUE);
        if (size * count > Limits.LARGEST_PRODUCT) {
            throw Limits.passed("repeating this " + times + " times gives too much");
        }
        if (sequence instanceof String text) {
            return text.repeat(count);
        }
        List<@Nullable Object> repeated = new ArrayList<>();
        if (sequence instanceof List<?> list) {
            Collections.nCopies(size == 0 ? 0 : count, list).forEach(repeated::addAll);
        }
        return sequence instanceof Tuple ? Tuple.copyOf(repeated) : repeated;
    }

    private static void checkBits(long bits) {
        if (bits > Limits.LARGEST_PRODUCT) {
            throw Limits.passed("the result of this calculation is too large");
        }
    }

    public static Object divide(@Nullable Object left, @Nullable Object right) {
        Number a = Numbers.normal(left);
        Number b = Numbers.normal(right);
        if (a != null && b != null) {
            checkDivisor(b);
            return switch (Rank.of(a, b)) {
                case WHOLE -> quotient(Numbers.whole(a), Numbers.whole(b));
                case DECIMAL -> Numbers.decimal(a).divide(Numbers.decimal(b), MathContext.DECIMAL128);
                case REAL -> Numbers.real(a) / Numbers.real(b);
            };
        }
        Object scaled = TemporalArithmetic.divide(left, right);
        if (scaled != null) {
            return scaled;
        }
        throw unsupported("/", left, right);
    }

    /// The double nearest to the quotient of two whole numbers.
    private static double quotient(BigInteger a, BigInteger b) {
        int exactBits = 53;
        if (a.bitLength() <= exactBits && b.bitLength() <= exactBits) {
            return a.doubleValue() / b.doubleValue();
        }
        return Numbers.real(new BigDecimal(a).divide(new BigDecimal(b), new MathContext(60)));
    }

    public static Object floorDivide(@Nullable Object left, @Nullable Object right) {
        Number a = Numbers.normal(left);
        Number b = Numbers.normal(right);
        if (a == null || b == null) {
            throw unsupported("//", left, right);
        }
        checkDivisor(b);
        return switch (Rank.of(a, b)) {
            case WHOLE -> {
                BigInteger[] parts = Numbers.whole(a).divideAndRemainder(Numbers.whole(b));
                boolean down = parts[1].signum() != 0
                        && parts[1].signum() != Numbers.whole(b).signum();
                yield Numbers.fitted(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
            }
            case DECIMAL -> Numbers.decimal(a).divide(Numbers.decimal(b), 0, RoundingMode.DOWN);
            case REAL -> Math.floor(Numbers.real(a) / Numbers.real(b));
        };
    }

    /// The rest of a division; of a text on the left, its `%` formatting.
    public static Object modulo(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String format) {
            return PercentFormat.format(format, right);
        }
        Number a = Numbers.normal(left);
        Number b = Numbers.normal(right);
        if (a == null || b == null) {
            throw unsupported("%", left, right);
        }
        checkDivisor(b);
        return switch (Rank.of(a, b)) {
            case WHOLE -> {
                BigInteger rest = Numbers.whole(a).remainder(Numbers.whole(b));
                boolean otherSign =
                        rest.signum() != 0 && rest.signum() != Numbers.whole(b).signum();
                yield Numbers.fitted(otherSign ? rest.add(Numbers.whole(b)) : rest);
            }
            case DECIMAL -> Numbers.decimal(a).remainder(Numbers.decimal(b));
            case REAL -> {
                double divisor = Numbers.real(b);
                double rest = Numbers.real(a) % divisor;
                yield rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : Math.copySign(rest, divisor);
            }
        };
    }

    private static void checkDivisor(Number divisor) {
        if (!Truth.of(divisor)) {
            throw JinjaException.of("division by zero");
        }
    }

    public static Object power(@Nullable Object left, @Nullable Object right) {
        Number a = Numbers.normal(left);
        Number b = Numbers.normal(right);
        if (a == null || b == null) {
            throw unsupported("**", left, right);
        }
        return switch (Rank.of(a, b)) {
            case WHOLE -> wholePower(Numbers.whole(a), Numbers.whole(b));
            case DECIMAL, REAL -> {
                double base = Numbers.real(a);
                if (base == 0 && Numbers.real(b) < 0) {
                    throw JinjaException.of("zero can not be raised to a negative power");
                }
                yield Math.pow(base, Numbers.real(b));
            }
        };
    }

    private static Object wholePower(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            if (base.signum() == 0) {
                throw JinjaException.of("zero can not be raised to a negative power");
            }
            return Math.pow(base.doubleValue(), exponent.doubleValue());
        }
        if (base.abs().bitLength() > 1) {
            checkBits(exponent.bitLength() > 31 ? Long.MAX_VALUE : exponent.longValue() * base.bitLength());
            return Numbers.fitted(base.pow(exponent.intValueExact()));
        }
        // Zero, one and minus one never grow; only whether the exponent is odd counts.
        return Numbers.fitted(exponent.signum() == 0 ? BigInteger.ONE : base.pow(exponent.testBit(0) ? 1 : 2));
    }

    public static Object negative(@Nullable Object value) {
        return switch (Numbers.normal(value)) {
            case Double number -> -number;
            case BigDecimal number -> number.negate();
            case null -> {
                if (value instanceof Duration duration) {
                    yield duration.negated();
                }
                throw badOperand("-", value);
            }
            case Number number -> Numbers.fitted(Numbers.whole(number).negate());
        };
    }

    public static Object positive(@Nullable Object value) {
        Number number = Numbers.normal(value);
        if (number == null) {
            throw badOperand("+", value);
        }
        return number;
    }

    /// The value without its sign.
    public static Object absolute(@Nullable Object value) {
        return switch (Numbers.normal(value)) {
            case Double number -> Math.abs(number);
            case BigDecimal number -> number.abs();
            case null -> throw badOperand("abs()", value);
            case Number number -> Numbers.fitted(Numbers.whole(number).abs());
        };
    }

    private static JinjaException badOperand(String operator, @Nullable Object value) {
        if (value instanceof Undefined undefined) {
            return undefined.used();
        }
        return JinjaException.of(operator + " can not be applied to " + TypeName.of(value));
    }

    private static JinjaException unsupported(String operator, @Nullable Object left, @Nullable Object right) {
        if (left instanceof Undefined undefined) {
            return undefined.used();
        }
        if (right instanceof Undefined undefined) {
            return undefined.used();
        }
        return JinjaException.of(
                operator + " can not be applied to " + TypeName.of(left) + " and " + TypeName.of(right));
    }

    /// The kind of number that a calculation with two numbers gives.
    private enum Rank {
        WHOLE,
        DECIMAL,
        REAL;

        static Rank of(Number a, Number b) {
            if (a instanceof Double || b instanceof Double) {
                return REAL;
            }
            return a instanceof BigDecimal || b instanceof BigDecimal ? DECIMAL : WHOLE;
        }
    }
}
