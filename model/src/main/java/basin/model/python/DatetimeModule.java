package basin.model.python;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// Python's `datetime`.
final class DatetimeModule {
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

    private static final PythonObject DATETIME = new PythonObject("datetime.datetime")
            .made(
                    "datetime(year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None)",
                    DatetimeModule::datetime)
            .function("now(tz=None)", arguments -> now(arguments.get(0)))
            .function("utcnow()", _ -> LocalDateTime.now(CLOCK))
            .function("today()", _ -> now(null))
            .function(
                    "strptime(date_string, format)", arguments -> Strptime.parse(arguments.text(0), arguments.text(1)))
            .function("fromisoformat(date_string)", arguments -> isoDateTime(arguments.text(0)))
            .function(
                    "fromtimestamp(timestamp, tz=None)",
                    arguments -> ofTimestamp(
                            arguments.get(0), zone(arguments.get(1), ZoneId.systemDefault()), arguments.get(1) != null))
            .function("utcfromtimestamp(timestamp)", arguments -> ofTimestamp(arguments.get(0), ZoneOffset.UTC, false))
            .function("combine(date, time)", arguments -> combined(arguments))
            .value("min", LocalDateTime.of(1, 1, 1, 0, 0))
            .value("max", LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));

    private static final PythonObject DATE = new PythonObject("datetime.date")
            .made(
                    "date(year, month, day)",
                    arguments -> checked(
                            () -> LocalDate.of(arguments.integer(0), arguments.integer(1), arguments.integer(2))))
            .function("today()", _ -> LocalDate.now(CLOCK.withZone(ZoneId.systemDefault())))
            .function("fromisoformat(date_string)", arguments -> checked(() -> LocalDate.parse(arguments.text(0))))
            .value("min", LocalDate.of(1, 1, 1))
            .value("max", LocalDate.of(9999, 12, 31));

    private static final PythonObject TIME = new PythonObject("datetime.time")
            .made(
                    "time(hour=0, minute=0, second=0, microsecond=0)",
                    arguments -> checked(() -> LocalTime.of(
                            arguments.integer(0),
                            arguments.integer(1),
                            arguments.integer(2),
                            arguments.integer(3) * 1000)))
            .value("min", LocalTime.MIN);

    private static final PythonObject TIMEDELTA = new PythonObject("datetime.timedelta")
            .made(
                    "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)",
                    DatetimeModule::timedelta);

    private static final PythonObject TIMEZONE = new PythonObject("datetime.timezone")
            .made(
                    "timezone(offset, name=None)",
                    arguments -> arguments.get(0) instanceof Duration offset
                            ? ZoneOffset.ofTotalSeconds((int) offset.toSeconds())
                            : ZoneOffset.UTC)
            .value("utc", ZoneOffset.UTC);

    static final PythonObject MODULE = new PythonObject("module datetime")
            .value("datetime", DATETIME)
            .value("date", DATE)
            .value("time", TIME)
            .value("timedelta", TIMEDELTA)
            .value("timezone", TIMEZONE);

    private DatetimeModule() {}

    private static Temporal datetime(Bound arguments) {
        LocalDateTime time = checked(() -> LocalDateTime.of(
                arguments.integer(0),
                arguments.integer(1),
                arguments.integer(2),
                arguments.integer(3),
                arguments.integer(4),
                arguments.integer(5),
                arguments.integer(6) * 1000));
        return arguments.get(7) instanceof ZoneId zone ? time.atZone(zone) : time;
    }

    private static Temporal now(@Nullable Object zone) {
        return zone instanceof ZoneId id
                ? ZonedDateTime.now(CLOCK.withZone(id))
                : LocalDateTime.now(CLOCK.withZone(ZoneId.systemDefault()));
    }

    private static Temporal isoDateTime(String text) {
        String normal = text.strip().replace(' ', 'T').replace("z", "Z");
        return checked(() -> {
            if (normal.length() <= "2020-01-01".length()) {
                return LocalDate.parse(normal).atStartOfDay();
            }
            boolean zoned = normal.endsWith("Z") || normal.substring(11).matches(".*[+-].*");
            return zoned ? OffsetDateTime.parse(normal) : LocalDateTime.parse(normal);
        });
    }

    private static Temporal ofTimestamp(@Nullable Object timestamp, ZoneId zone, boolean aware) {
        if (!(timestamp instanceof Number seconds)) {
            throw JinjaException.of("a timestamp is a number of seconds");
        }
        long micros = Math.round(seconds.doubleValue() * 1e6);
        ZonedDateTime time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
        return aware ? time : time.toLocalDateTime();
    }

    private static Temporal combined(Bound arguments) {
        if (arguments.get(0) instanceof LocalDate date && arguments.get(1) instanceof LocalTime time) {
            return date.atTime(time);
        }
        throw JinjaException.of("combine() takes a date and a time");
    }

    private static Duration timedelta(Bound arguments) {
        ChronoUnit[] units = {
            ChronoUnit.DAYS,
            ChronoUnit.SECONDS,
            ChronoUnit.MICROS,
            ChronoUnit.MILLIS,
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.WEEKS
        };
        Duration sum = Duration.ZERO;
        for (int i = 0; i < units.length; i++) {
            if (!(arguments.get(i) instanceof Number number)) {
                throw arguments.wrong(i, "a number");
            }
            double micros = number.doubleValue() * units[i].getDuration().toNanos() / 1000;
            sum = sum.plus(Math.round(micros), ChronoUnit.MICROS);
        }
        return sum;
    }

    private static ZoneId zone(@Nullable Object zone, ZoneId otherwise) {
        return zone instanceof ZoneId id ? id : otherwise;
    }

    /// Something that `java.time` makes.
    private interface Making<T> {
        T make();
    }

    private static <T> T checked(Making<T> making) {
        try {
            return making.make();
        } catch (DateTimeException wrong) {
            throw JinjaException.of(String.valueOf(wrong.getMessage()));
        }
    }
}
