package basin.jinja.filter;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Arithmetic;
import basin.jinja.operation.FormatSpec;
import basin.jinja.operation.Numbers;
import basin.jinja.value.Undefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Filters that make numbers, or text of numbers.
final class NumberFilters {
    static final FilterTable TABLE = new FilterTable()
            .add("abs(x)", (r, a) -> {
                if (a.get(0) instanceof Undefined undefined) {
                    throw undefined.used();
                }
                return Arithmetic.absolute(a.get(0));
            })
            .add("int(value, default=0, base=10)", (r, a) -> whole(a))
            .add("float(value, default=0.0)", (r, a) -> real(a))
            .add("round(value, precision=0, method='common')", (r, a) -> rounded(a))
            .add("filesizeformat(value, binary=False)", (r, a) -> fileSize(real(a.get(0)), a.truth(1)));

    private NumberFilters() {}

    private static @Nullable Object whole(Bound arguments) {
        Object value = arguments.get(0);
        Number number = Numbers.normal(value);
        if (number != null) {
            boolean infinite = number instanceof Double real && !Double.isFinite(real);
            return infinite ? arguments.get(1) : Numbers.truncated(number);
        }
        if (value instanceof Undefined undefined) {
            throw undefined.used();
        }
        if (!(value instanceof String text)) {
            return arguments.get(1);
        }
        try {
            return Numbers.fitted(parsed(text.strip().replace("_", ""), arguments.integer(2)));
        } catch (NumberFormatException noWholeNumber) {
            Number real = parsedReal(text);
            return real == null || !Double.isFinite(real.doubleValue()) ? arguments.get(1) : Numbers.truncated(real);
        }
    }

    private static BigInteger parsed(String digits, int base) {
        String lower = digits.toLowerCase(Locale.ROOT);
        String prefix = base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "";
        boolean prefixed = !prefix.isEmpty() && lower.startsWith(prefix);
        return new BigInteger(prefixed ? lower.substring(2) : lower, base);
    }

    private static @Nullable Number parsedReal(String text) {
        String digits = text.strip().toLowerCase(Locale.ROOT);
        try {
            return switch (digits) {
                case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                case "nan" -> Double.NaN;
                default ->
                    digits.matches("[-+]?[0-9_.]+(e[-+]?[0-9]+)?") ? Double.valueOf(digits.replace("_", "")) : null;
            };
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static @Nullable Object real(Bound arguments) {
        Object value = arguments.get(0);
        if (value instanceof Undefined undefined) {
            throw undefined.used();
        }
        Number number = value instanceof String text ? parsedReal(text) : Numbers.normal(value);
        return number == null ? arguments.get(1) : (Object) number.doubleValue();
    }

    private static double real(@Nullable Object value) {
        Number number = value instanceof String text ? parsedReal(text) : Numbers.normal(value);
        if (number == null) {
            throw JinjaException.of("a number is needed here");
        }
        return number.doubleValue();
    }

    private static Object rounded(Bound arguments) {
        Number number = Numbers.normal(arguments.get(0));
        if (number == null) {
            throw arguments.wrong(0, "a number");
        }
        RoundingMode mode = switch (arguments.text(2)) {
            case "common" -> RoundingMode.HALF_EVEN;
            case "ceil" -> RoundingMode.CEILING;
            case "floor" -> RoundingMode.FLOOR;
            default -> throw JinjaException.of("round knows the methods 'common', 'ceil' and 'floor'");
        };
        int digits = arguments.integer(1);
        if (number instanceof BigDecimal exact) {
            return exact.setScale(digits, mode);
        }
        if (!(number instanceof Double real)) {
            BigDecimal whole = new BigDecimal(number.toString());
            return digits >= 0 && mode == RoundingMode.HALF_EVEN
                    ? number
                    : asWritten(whole.setScale(digits, mode), mode == RoundingMode.HALF_EVEN);
        }
        return Double.isFinite(real)
                ? Math.copySign(new BigDecimal(real).setScale(digits, mode).doubleValue(), real)
                : real;
    }

    /// Rounding of a whole number gives one in the common way, and a float otherwise.
    private static Object asWritten(BigDecimal value, boolean whole) {
        return whole ? Numbers.fitted(value.toBigInteger()) : (Object) value.doubleValue();
    }

    private static String fileSize(double bytes, boolean binary) {
        int base = binary ? 1024 : 1000;
        String[] units = binary
                ? new String[] {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"}
                : new String[] {"kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
        if (bytes == 1) {
            return "1 Byte";
        }
        if (bytes < base) {
            return (long) bytes + " Bytes";
        }
        int unit = 0;
        double limit = (double) base * base;
        while (bytes >= limit && unit < units.length - 1) {
            limit *= base;
            unit++;
        }
        return FormatSpec.parse(".1f").format(base * bytes / limit) + " " + units[unit];
    }
}
