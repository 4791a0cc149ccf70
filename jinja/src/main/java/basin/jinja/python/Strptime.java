package basin.jinja.python;

import basin.jinja.error.JinjaException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a date and time by a format such as `%Y-%m-%d`. What the format does not name is that of 1900-01-01, midnight.
final class Strptime {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Map<Character, String> PATTERNS = Map.ofEntries(
            Map.entry('Y', "\\d{4}"),
            Map.entry('y', "\\d{2}"),
            Map.entry('m', "1[0-2]|0?[1-9]"),
            Map.entry('d', "3[01]|[12]\\d|0?[1-9]| [1-9]"),
            Map.entry('H', "2[0-3]|[01]?\\d"),
            Map.entry('I', "1[0-2]|0?[1-9]"),
            Map.entry('M', "[0-5]?\\d"),
            Map.entry('S', "6[01]|[0-5]?\\d"),
            Map.entry('f', "\\d{1,6}"),
            Map.entry('j', "36[0-6]|3[0-5]\\d|[12]\\d\\d|0?[1-9]\\d|0{0,2}[1-9]"),
            Map.entry('p', "(?i:am|pm)"),
            Map.entry('b', "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"),
            Map.entry(
                    'B', "(?i:january|february|march|april|may|june|july|august|september|october|november|december)"),
            Map.entry('a', "(?i:mon|tue|wed|thu|fri|sat|sun)"),
            Map.entry('A', "(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"),
            Map.entry('z', "Z|[-+]\\d\\d:?[0-5]\\d(?::?[0-5]\\d)?"),
            Map.entry('Z', "UTC|GMT"),
            Map.entry('s', "-?\\d+"));

    private final Map<Character, String> fields = new HashMap<>();

    private Strptime() {}

    static Temporal parse(String text, String format) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder directives = new StringBuilder();
        String whole =
                format.replace("%T", "%H:%M:%S").replace("%F", "%Y-%m-%d").replace("%D", "%m/%d/%y");
        for (int at = 0; at < whole.length(); at++) {
            char c = whole.charAt(at);
            if (c == '%' && at + 1 < whole.length()) {
                char directive = whole.charAt(++at);
                String form = PATTERNS.get(directive);
                if (directive != '%' && form == null) {
                    throw JinjaException.of("'%" + directive + "' is not a directive that strptime() knows");
                }
                pattern.append(form == null ? "%" : "(" + form + ")");
                directives.append(form == null ? "" : directive);
            } else {
                pattern.append(Character.isWhitespace(c) ? "\\s+" : Pattern.quote(String.valueOf(c)));
            }
        }
        Matcher matcher = Pattern.compile(pattern.toString()).matcher(text);
        if (!matcher.matches()) {
            throw JinjaException.of("time data '" + text + "' does not match the format '" + format + "'");
        }
        Strptime reading = new Strptime();
        for (int i = 0; i < directives.length(); i++) {
            reading.fields.put(directives.charAt(i), matcher.group(i + 1));
        }
        try {
            return reading.time();
        } catch (DateTimeException impossible) {
            throw JinjaException.of("'" + text + "' is no possible date and time");
        }
    }

    private int number(char directive, int otherwise) {
        String written = fields.get(directive);
        return written == null ? otherwise : Integer.parseInt(written.strip());
    }

    private Temporal time() {
        String seconds = fields.get('s');
        if (seconds != null) {
            return LocalDateTime.ofInstant(Instant.ofEpochSecond(Long.parseLong(seconds)), ZoneOffset.UTC);
        }
        LocalDateTime naive = LocalDateTime.of(date(), clock());
        ZoneOffset offset = offset(fields.get('z'));
        return offset == null ? naive : naive.atZone(offset);
    }

    private LocalDate date() {
        int short2 = number('y', 0);
        int year = fields.containsKey('y') ? short2 + (short2 < 69 ? 2000 : 1900) : number('Y', 1900);
        if (fields.containsKey('j')) {
            return LocalDate.ofYearDay(year, number('j', 1));
        }
        String name = fields.getOrDefault('b', fields.getOrDefault('B', ""));
        int month = name.isEmpty()
                ? number('m', 1)
                : MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        return LocalDate.of(year, month, number('d', 1));
    }

    private LocalTime clock() {
        int hour = number('H', 0);
        if (fields.containsKey('I')) {
            boolean afternoon = "pm".equalsIgnoreCase(fields.get('p'));
            hour = number('I', 12) % 12 + (afternoon ? 12 : 0);
        }
        String fraction = (fields.getOrDefault('f', "") + "000000").substring(0, 6);
        return LocalTime.of(hour, number('M', 0), Math.min(59, number('S', 0)), Integer.parseInt(fraction) * 1000);
    }

    private static @Nullable ZoneOffset offset(@Nullable String written) {
        if (written == null) {
            return null;
        }
        return written.equals("Z")
                ? ZoneOffset.UTC
                : ZoneOffset.of(written.length() == 5 ? written.substring(0, 3) + ":" + written.substring(3) : written);
    }
}
