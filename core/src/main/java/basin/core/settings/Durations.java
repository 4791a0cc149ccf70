package basin.core.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `500ms`, `30s`, `5m`, `1h30m`, `7d`.
public final class Durations {
    /// For editors: a sequence of numbers with units.
    static final String PATTERN = "^ *([0-9]+ *(ms|s|m|h|d) *)+$";

    private static final Pattern WRITTEN = Pattern.compile("(?:\\d{1,9} *(?:ms|s|m|h|d) *)+");
    private static final Pattern PART = Pattern.compile("(\\d+) *(ms|s|m|h|d)");

    private Durations() {}

    /// Reads a duration; upper and lower case are the same.
    ///
    /// @throws IllegalArgumentException if the text is none
    public static Duration parse(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        if (!WRITTEN.matcher(written).matches()) {
            throw new IllegalArgumentException("no duration: " + text);
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(written);
        while (part.find()) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
        }
        return sum;
    }

    /// Writes a duration so that [#parse] reads it back, to the millisecond: `1h30m`, `0s`.
    public static String format(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDaysPart(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> throw new IllegalArgumentException("no unit of time: " + name);
        };
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }
}
