package basin.jinja.operation;

import basin.jinja.error.JinjaException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How one value is laid out: `[[fill]align][sign][#][0][width][,][.precision][type]`, Python's format specification.
///
/// @param fill what fills up to the width
/// @param align `<`, `>`, `^`, `=` (between sign and digits), or a zero character for the type's own side
/// @param sign `+`, `-` or a space: what stands before numbers that are not negative
/// @param prefixed whether `0x` and its kin are written
/// @param width least number of characters
/// @param grouping `,`, `_`, or empty
/// @param precision digits after the point, or most characters of a text; negative for the type's own
/// @param type a letter such as `d` or `f`, or empty for the value's own form
public record FormatSpec(
        int fill, char align, char sign, boolean prefixed, int width, String grouping, int precision, String type) {
    private static final Pattern SYNTAX = Pattern.compile(
            "(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\\d{1,6})?([,_])?(?:\\.(\\d{1,6}))?([a-zA-Z%])?", Pattern.DOTALL);

    /// @throws JinjaException where the text is no such specification
    public static FormatSpec parse(String text) {
        Matcher spec = SYNTAX.matcher(text);
        if (!spec.matches()) {
            throw JinjaException.of("'" + text + "' is not a format");
        }
        boolean zero = spec.group(5) != null;
        String align = spec.group(2);
        String fill = spec.group(1);
        return new FormatSpec(
                fill != null ? fill.codePointAt(0) : zero && align == null ? '0' : ' ',
                align != null ? align.charAt(0) : zero ? '=' : '\0',
                spec.group(3) == null ? '-' : spec.group(3).charAt(0),
                spec.group(4) != null,
                spec.group(6) == null ? 0 : Integer.parseInt(spec.group(6)),
                spec.group(7) == null ? "" : spec.group(7),
                spec.group(8) == null ? -1 : Integer.parseInt(spec.group(8)),
                spec.group(9) == null ? "" : spec.group(9));
    }

    /// The value, laid out.
    public String format(@Nullable Object value) {
        boolean asText = value instanceof Boolean && type.isEmpty();
        Number number = asText ? null : Numbers.normal(value);
        if (number != null && !type.equals("s")) {
            return number(number);
        }
        if (!type.isEmpty() && !type.equals("s")) {
            throw JinjaException.of("the format '" + type + "' does not suit " + TypeName.of(value));
        }
        String text = Text.str(value);
        if (precision >= 0 && text.codePointCount(0, text.length()) > precision) {
            text = text.substring(0, text.offsetByCodePoints(0, precision));
        }
        return aligned("", text, '<');
    }

    private String number(Number number) {
        boolean whole = number instanceof Long || number instanceof BigInteger;
        String digits = whole && isWholeType() ? wholeDigits(Numbers.whole(number)) : realDigits(number);
        boolean negative = digits.startsWith("-");
        String shownSign = negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
        return aligned(shownSign + prefix(), grouped(negative ? digits.substring(1) : digits), '>');
    }

    private boolean isWholeType() {
        return type.isEmpty() || "bcdoxXn".contains(type);
    }

    private String prefix() {
        return prefixed && !type.isEmpty() && "boxX".contains(type) ? "0" + type : "";
    }

    private String wholeDigits(BigInteger number) {
        return switch (type) {
            case "b" -> number.toString(2);
            case "o" -> number.toString(8);
            case "x" -> number.toString(16);
            case "X" -> number.toString(16).toUpperCase(Locale.ROOT);
            case "c" -> Character.toString(number.intValue());
            default -> number.toString();
        };
    }

    private String realDigits(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || (Double.isInfinite(value) && number instanceof Double)) {
            return Text.str(value);
        }
        BigDecimal exact = number instanceof Double ? new BigDecimal(value) : Numbers.decimal(number);
        return switch (type) {
            case "f", "F" -> signed(value, fixed(exact, precision < 0 ? 6 : precision));
            case "%" -> signed(value, fixed(exact.movePointRight(2), precision < 0 ? 6 : precision)) + "%";
            case "e" -> signed(value, scientific(exact, precision < 0 ? 6 : precision));
            case "E" ->
                signed(value, scientific(exact, precision < 0 ? 6 : precision)).toUpperCase(Locale.ROOT);
            case "g", "G", "n" -> general(exact, precision < 0 ? 6 : Math.max(1, precision), false);
            case "" -> precision < 0 ? Text.str(number) : general(exact, Math.max(1, precision), true);
            default -> throw JinjaException.of("the format '" + type + "' does not suit " + TypeName.of(number));
        };
    }

    private static String signed(double value, String digits) {
        boolean negativeZero = value < 0 && !digits.startsWith("-");
        return negativeZero ? "-" + digits : digits;
    }

    private static String fixed(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(BigDecimal value, int digits) {
        BigDecimal rounded = value.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(exponent)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
        return mantissa + (exponent < 0 ? "e-" : "e+") + String.format("%02d", Math.abs(exponent));
    }

    /// As many significant digits, without zeros at the end; with an exponent where that is shorter.
    private String general(BigDecimal value, int digits, boolean keepsPoint) {
        BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        boolean plain = exponent >= -4 && exponent < digits;
        String text;
        if (plain) {
            String stripped =
                    rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
            text = keepsPoint && stripped.indexOf('.') < 0 ? stripped + ".0" : stripped;
        } else {
            String full = scientific(rounded, digits - 1);
            int e = full.indexOf('e');
            String mantissa = full.substring(0, e);
            text = (mantissa.indexOf('.') < 0 ? mantissa : mantissa.replaceAll("\\.?0+$", "")) + full.substring(e);
        }
        return type.equals("G") ? text.toUpperCase(Locale.ROOT) : text;
    }

    private String grouped(String digits) {
        if (grouping.isEmpty()) {
            return digits;
        }
        int size = !type.isEmpty() && "boxX".contains(type) ? 4 : 3;
        int end = digits.indexOf('.') < 0 ? digits.replaceAll("[eE%].*", "").length() : digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int at = end - size; at > 0; at -= size) {
            text.insert(at, grouping);
        }
        return text.toString();
    }

    private String aligned(String before, String text, char ownSide) {
        int missing = width - before.length() - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return before + text;
        }
        String filling = Character.toString(fill).repeat(missing);
        return switch (align == '\0' ? ownSide : align) {
            case '<' -> before + text + filling;
            case '^' -> {
                int left = missing / 2;
                String half = Character.toString(fill);
                yield half.repeat(left) + before + text + half.repeat(missing - left);
            }
            case '=' -> before + filling + text;
            default -> filling + before + text;
        };
    }
}
