package basin.model.python;

import basin.jinja.error.JinjaException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates and times read by a format such as `%Y-%m-%d %H:%M:%S`: what Python's `datetime.strptime` does.
final class Strptime {
    private final String text;
    private final String format;
    private int at;
    private int year = 1900;
    private int month = 1;
    private int day = 1;
    private int dayOfYear;
    private int hour;
    private int minute;
    private int second;
    private int micros;
    private boolean twelveHours;
    private boolean afternoon;
    private @Nullable ZoneOffset offset;

    private Strptime(String text, String format) {
        this.text = text;
        this.format = format;
    }

    /// @throws JinjaException if the text is not of the format
    static Temporal parse(String text, String format) {
        return new Strptime(text, format).parse();
    }

    private Temporal parse() {
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '%' && i + 1 < format.length()) {
                directive(format.charAt(++i));
            } else if (Character.isWhitespace(c)) {
                while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
            } else if (at < text.length() && text.charAt(at) == c) {
                at++;
            } else {
                throw mismatch();
            }
        }
        if (at < text.length()) {
            throw mismatch();
        }
        return time();
    }

    private Temporal time() {
        int hours = twelveHours ? hour % 12 + (afternoon ? 12 : 0) : hour;
        try {
            LocalDateTime time = LocalDateTime.of(year, month, day, hours, minute, second, micros * 1000);
            LocalDateTime found = dayOfYear > 0 ? time.withDayOfYear(dayOfYear) : time;
            return offset == null ? found : found.atOffset(offset);
        } catch (DateTimeException impossible) {
            throw mismatch();
        }
    }

    private void directive(char directive) {
        switch (directive) {
            case 'Y' -> year = number(4);
            case 'y' -> {
                int two = number(2);
                year = two < 69 ? 2000 + two : 1900 + two;
            }
            case 'm' -> month = number(2);
            case 'd', 'e' -> day = number(2);
            case 'j' -> dayOfYear = number(3);
            case 'H' -> hour = number(2);
            case 'I' -> {
                hour = number(2);
                twelveHours = true;
            }
            case 'p' -> afternoon = matched("(?i)am|pm").equalsIgnoreCase("pm");
            case 'M' -> minute = number(2);
            case 'S' -> second = number(2);
            case 'f' -> micros = Integer.parseInt((matched("\\d{1,6}") + "00000").substring(0, 6));
            case 'b', 'B' -> month = month(matched("[A-Za-z]+"));
            case 'a', 'A' -> matched("[A-Za-z]+");
            case 'z' -> offset = offset(matched("Z|[+-]\\d{2}:?\\d{2}"));
            case 'Z' -> matched("[A-Za-z]*");
            case '%' -> matched("%");
            default -> throw JinjaException.of("'%" + directive + "' is no part of a date's format");
        }
    }

    private static ZoneOffset offset(String written) {
        return ZoneOffset.of(written);
    }

    private int month(String name) {
        return Arrays.stream(Month.values())
                .filter(each -> each.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                .equalsIgnoreCase(name)
                        || each.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(this::mismatch)
                .getValue();
    }

    private int number(int digits) {
        return Integer.parseInt(matched("\\d{1," + digits + "}"));
    }

    private String matched(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw mismatch();
        }
        at = matcher.end();
        return matcher.group();
    }

    private JinjaException mismatch() {
        return JinjaException.of("the time '" + text + "' is not of the format '" + format + "'");
    }
}
