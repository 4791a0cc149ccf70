package basin.connect.postgres.types;

import static basin.connect.postgres.types.BigEndian.getShort;

import basin.core.rows.Column;
import basin.core.rows.Type;
import java.math.BigDecimal;
import org.postgresql.util.ByteConverter;

/// A numeric into a decimal of fixed precision and scale, without an object on the way.
///
/// The binary form: the number of digits to base 10000, the weight of the first one (as an exponent of 10000), the
/// sign or what else the value is, the decimal digits behind the point as they are shown, and the digits, 16 bits
/// each; zero digits at either end are left out.
final class NumericDecoder implements Decoder {

    private static final int HEADER = 8;
    private static final int NEGATIVE = 0x4000;
    private static final int NOT_A_NUMBER = 0xC000;
    private static final int INFINITY = 0xD000;
    private static final int NEGATIVE_INFINITY = 0xF000;

    /// Numbers of so many decimal digits fit a long.
    private static final int DIGITS_IN_LONG = 18;

    private static final long[] POWERS = powers();

    private final Type.Decimal type;
    private final String remedy;

    /// @param remedy what loads a value that does not fit
    NumericDecoder(Type.Decimal type, String remedy) {
        this.type = type;
        this.remedy = remedy;
    }

    @Override
    public void decode(byte[] message, int at, int length, Column into) throws Unfit {
        int digits = getShort(message, at);
        int weight = getShort(message, at + 2);
        int sign = getShort(message, at + 4) & 0xFFFF;
        if (sign != 0 && sign != NEGATIVE) {
            throw special(sign);
        }
        if (digits == 0) {
            into.appendLong(0);
            return;
        }
        int first = at + HEADER;
        int integerDigits = weight * 4 + decimalDigits(getShort(message, first));
        if (integerDigits > type.precision() - type.scale()) {
            throw new Unfit(
                    "a number with " + integerDigits + " digits before the point",
                    text(message, at, length),
                    "does not fit " + type,
                    remedy);
        }
        // What the last digit's unit is multiplied with to be counted in units of the scale.
        int exponent = (weight - digits + 1) * 4 + type.scale();
        if (exponent < 0) {
            int last = getShort(message, first + 2 * (digits - 1));
            if (exponent <= -4 || last % POWERS[-exponent] != 0) {
                throw new Unfit(
                        "a number with " + getShort(message, at + 6) + " digits behind the point",
                        text(message, at, length),
                        "does not fit " + type + " without being rounded",
                        remedy);
            }
        }
        if (digits * 4 + Math.max(exponent, 0) <= DIGITS_IN_LONG) {
            appendLong(message, first, digits, exponent, sign == NEGATIVE, into);
        } else {
            appendLongs(message, first, digits, exponent, sign == NEGATIVE, into);
        }
    }

    private static void appendLong(byte[] message, int first, int digits, int exponent, boolean negative, Column into) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10_000 + getShort(message, first + 2 * i);
        }
        value = exponent >= 0 ? value * POWERS[exponent] : value / POWERS[-exponent];
        into.appendLong(negative ? -value : value);
    }

    /// As [#appendLong] in 128 bits, which 38 decimal digits fit into.
    private static void appendLongs(
            byte[] message, int first, int digits, int exponent, boolean negative, Column into) {
        long high = 0;
        long low = 0;
        int steps = exponent <= 0 ? digits : digits + (exponent + 3) / 4;
        for (int i = 0; i < steps; i++) {
            long factor = 10_000;
            long addend = i < digits ? getShort(message, first + 2 * i) : 0;
            if (i == digits - 1 && exponent < 0) {
                factor = POWERS[4 + exponent];
                addend /= POWERS[-exponent];
            } else if (i == steps - 1 && exponent > 0) {
                factor = POWERS[exponent - (steps - 1 - digits) * 4];
            }
            high = high * factor + Math.unsignedMultiplyHigh(low, factor);
            low *= factor;
            low += addend;
            if (Long.compareUnsigned(low, addend) < 0) {
                high++;
            }
        }
        if (negative) {
            into.appendLongs(low == 0 ? -high : ~high, -low);
        } else {
            into.appendLongs(high, low);
        }
    }

    private static String text(byte[] message, int at, int length) {
        return ByteConverter.numeric(message, at, length) instanceof BigDecimal number ? number.toPlainString() : "";
    }

    private Unfit special(int sign) {
        String value = switch (sign) {
            case NOT_A_NUMBER -> "NaN";
            case INFINITY -> "Infinity";
            case NEGATIVE_INFINITY -> "-Infinity";
            default -> throw new IllegalArgumentException("no sign of a numeric: " + sign);
        };
        return new Unfit(value, "is no number of type " + type, remedy);
    }

    private static int decimalDigits(int digit) {
        return digit >= 1000 ? 4 : digit >= 100 ? 3 : digit >= 10 ? 2 : 1;
    }

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
