package basin.app.terminal;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them: three digits that matter, and a unit. Units are decimal (1 MB is 1,000,000
/// bytes).
public final class Figures {

    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final String[] COUNT_UNITS = {"", " k", " M", " G", " T", " P", " E"};

    private Figures() {}

    /// `1,234,567`.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `1 row`, `1,234 rows`: a number of things whose plural takes an s.
    public static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /// `950`, `12.3 k`, `1.23 M`.
    public static String rough(long number) {
        return scaled(number, COUNT_UNITS, "");
    }

    /// `17 B`, `96.4 MB`.
    public static String bytes(long bytes) {
        return scaled(bytes, BYTE_UNITS, " ");
    }

    /// `12 ms`, `3.4 s`, `2 min 5 s`, `1 h 30 min`, `3 d 4 h`.
    public static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100.0) / 10);
        }
        if (duration.toMinutes() < 60) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toHours() < 24
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toDays() + " d " + duration.toHoursPart() + " h";
    }

    private static String scaled(long number, String[] units, String blank) {
        int unit = 0;
        double value = (double) Math.max(0, number);
        // 999.5 would be shown as 1000.
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value) + blank + units[unit];
    }
}
