package basin.jinja.operation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.StringJoiner;

/// Dates, times and durations as Python's `datetime` writes them.
public final class TemporalText {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private TemporalText() {}

    static String str(Temporal time) {
        return isoformat(time, " ");
    }

    /// `2020-01-02T03:04:05.000006+01:00`, as much of it as the value has.
    public static String isoformat(Temporal time, String separator) {
        return switch (time) {
            case LocalDate date -> DATE.format(date);
            case LocalTime clock -> clock(clock);
            case LocalDateTime naive -> DATE.format(naive) + separator + clock(naive);
            case OffsetDateTime aware -> DATE.format(aware) + separator + clock(aware) + offset(aware.getOffset(), ":");
            case ZonedDateTime aware -> DATE.format(aware) + separator + clock(aware) + offset(aware.getOffset(), ":");
            default -> time.toString();
        };
    }

    private static String clock(TemporalAccessor time) {
        return (time.get(ChronoField.MICRO_OF_SECOND) == 0 ? SECONDS : MICROS).format(time);
    }

    /// `+0100`, with a separator between hours and minutes.
    public static String offset(ZoneOffset offset, String separator) {
        int seconds = Math.abs(offset.getTotalSeconds());
        return (offset.getTotalSeconds() < 0 ? "-" : "+")
                + String.format("%02d%s%02d", seconds / 3600, separator, seconds / 60 % 60);
    }

    static String repr(Temporal time) {
        return switch (time) {
            case LocalDate date -> "datetime.date(" + date(date) + ")";
            case LocalTime clock -> "datetime.time(" + fields(clock, true) + ")";
            case LocalDateTime naive -> "datetime.datetime(" + dateTime(naive) + ")";
            case OffsetDateTime aware ->
                "datetime.datetime(" + dateTime(aware.toLocalDateTime()) + ", tzinfo=" + repr(aware.getOffset()) + ")";
            case ZonedDateTime aware ->
                "datetime.datetime(" + dateTime(aware.toLocalDateTime()) + ", tzinfo=" + repr(aware.getZone()) + ")";
            default -> time.toString();
        };
    }

    private static String date(LocalDate date) {
        return date.getYear() + ", " + date.getMonthValue() + ", " + date.getDayOfMonth();
    }

    private static String dateTime(LocalDateTime time) {
        return date(time.toLocalDate()) + ", " + fields(time.toLocalTime(), true);
    }

    private static String fields(LocalTime time, boolean minutes) {
        StringJoiner fields = new StringJoiner(", ");
        fields.add("" + time.getHour());
        int micros = time.get(ChronoField.MICRO_OF_SECOND);
        if (minutes) {
            fields.add("" + time.getMinute());
        }
        if (time.getSecond() != 0 || micros != 0) {
            fields.add("" + time.getSecond());
        }
        if (micros != 0) {
            fields.add("" + micros);
        }
        return fields.toString();
    }

    static String str(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    static String repr(ZoneId zone) {
        if (str(zone).equals("UTC")) {
            return "<UTC>";
        }
        return "<DstTzInfo '" + zone.getId() + "'>";
    }

    static String str(Duration duration) {
        long micros = microseconds(duration);
        long days = Math.floorDiv(micros, 86_400_000_000L);
        long rest = Math.floorMod(micros, 86_400_000_000L);
        String clock =
                String.format("%d:%02d:%02d", rest / 3_600_000_000L, rest / 60_000_000 % 60, rest / 1_000_000 % 60);
        String fraction = rest % 1_000_000 == 0 ? "" : String.format(".%06d", rest % 1_000_000);
        String prefix = days == 0 ? "" : days + (Math.abs(days) == 1 ? " day, " : " days, ");
        return prefix + clock + fraction;
    }

    static String repr(Duration duration) {
        long micros = microseconds(duration);
        long days = Math.floorDiv(micros, 86_400_000_000L);
        long rest = Math.floorMod(micros, 86_400_000_000L);
        StringJoiner fields = new StringJoiner(", ");
        if (days != 0) {
            fields.add("days=" + days);
        }
        if (rest / 1_000_000 != 0) {
            fields.add("seconds=" + rest / 1_000_000);
        }
        if (rest % 1_000_000 != 0) {
            fields.add("microseconds=" + rest % 1_000_000);
        }
        return "datetime.timedelta(" + (fields.length() == 0 ? "0" : fields) + ")";
    }

    /// A duration in the unit that Python counts in.
    public static long microseconds(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
    }
}
