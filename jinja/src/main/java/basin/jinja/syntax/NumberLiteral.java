package basin.jinja.syntax;

import java.math.BigInteger;
import java.util.Locale;

/// The value of a number as it is written: `1_000`, `0xff`, `1.5e3`.
final class NumberLiteral {
    private NumberLiteral() {}

    /// A Long, a BigInteger where that is too small, or a Double.
    static Object value(String written) {
        String digits = written.replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.startsWith("0x")) {
            return whole(new BigInteger(digits.substring(2), 16));
        }
        if (digits.startsWith("0o")) {
            return whole(new BigInteger(digits.substring(2), 8));
        }
        if (digits.startsWith("0b")) {
            return whole(new BigInteger(digits.substring(2), 2));
        }
        boolean isWhole = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isWhole ? whole(new BigInteger(digits)) : (Object) Double.valueOf(digits);
    }

    private static Object whole(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }
}
