package basin.jinja.python;

import basin.jinja.call.Bound;
import basin.jinja.call.Function;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Numbers;
import basin.jinja.value.Callable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `datetime`: dates, times and durations are those of `java.time`.
final class DatetimeModule {
    private static final List<Long> MICROSECONDS_OF_UNITS =
            List.of(86_400_000_000L, 1_000_000L, 1L, 1_000L, 60_000_000L, 3_600_000_000L, 604_800_000_000L);

    private DatetimeModule() {}

    static PythonModule create(ZoneId local) {
        return new PythonModule("datetime", null)
                .with("date", dateClass(local))
                .with("datetime", datetimeClass(local))
                .with(
                        "time",
                        new PythonModule(
                                        "datetime.time",
                                        constructor(
                                                "time(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)",
                                                a -> time(a, 0)))
                                .with("min", LocalTime.MIN))
                .with(
                        "timedelta",
                        new PythonModule(
                                "datetime.timedelta",
                                constructor(
                                        "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)",
                                        DatetimeModule::duration)))
                .with(
                        "timezone",
                        new PythonModule(
                                        "datetime.timezone",
                                        constructor("timezone(offset, name=None)", DatetimeModule::zone))
                                .with("utc", ZoneOffset.UTC));
    }

    private static Callable constructor(String signature, Function.Body body) {
        return Function.of(signature, arguments -> {
            try {
                return body.call(arguments);
            } catch (DateTimeException outOfRange) {
                throw JinjaException.of(String.valueOf(outOfRange.getMessage()));
            }
        });
    }

    private static PythonModule dateClass(ZoneId local) {
        return new PythonModule("datetime.date", constructor("date(year, month, day)", DatetimeModule::date))
                .function("today()", a -> LocalDate.now(local))
                .function("fromisoformat(text)", a -> parsed(a, () -> LocalDate.parse(a.text(0))))
                .with("min", LocalDate.of(1, 1, 1))
                .with("max", LocalDate.of(9999, 12, 31));
    }

    private static PythonModule datetimeClass(ZoneId local) {
        return new PythonModule(
                        "datetime.datetime",
                        constructor(
                                "datetime(year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None)",
                                a -> inZone(LocalDateTime.of(date(a), time(a, 3)), a.get(7))))
                .function("now(tz=None)", a -> now(a.get(0), local))
                .function("today()", a -> now(null, local))
                .function("utcnow()", a -> now(null, ZoneOffset.UTC))
                .function("strptime(text, format)", a -> Strptime.parse(a.text(0), a.text(1)))
                .function("fromisoformat(text)", a -> parsed(a, () -> fromIso(a.text(0))))
                .function("fromtimestamp(seconds, tz=None)", a -> ofSeconds(a.get(0), a.get(1), local))
                .function("utcfromtimestamp(seconds)", a -> ofSeconds(a.get(0), null, ZoneOffset.UTC))
                .function("combine(date, time)", a -> {
                    if (a.get(0) instanceof LocalDate date && a.get(1) instanceof LocalTime time) {
                        return LocalDateTime.of(date, time);
                    }
                    throw JinjaException.of("combine() takes a date and a time");
                })
                .with("min", LocalDateTime.of(1, 1, 1, 0, 0))
                .with("max", LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));
    }

    private static LocalDate date(Bound arguments) {
        return LocalDate.of(arguments.integer(0), arguments.integer(1), arguments.integer(2));
    }

    private static LocalTime time(Bound arguments, int from) {
        return LocalTime.of(
                arguments.integer(from),
                arguments.integer(from + 1),
                arguments.integer(from + 2),
                Math.multiplyExact(arguments.integer(from + 3), 1000));
    }

    private static Duration duration(Bound arguments) {
        Duration sum = Duration.ZERO;
        for (int i = 0; i < MICROSECONDS_OF_UNITS.size(); i++) {
            long unit = MICROSECONDS_OF_UNITS.get(i);
            sum = switch (Numbers.normal(arguments.get(i))) {
                case Long number ->
                    sum.plus(Duration.of(unit, ChronoUnit.MICROS).multipliedBy(number));
                case Number number -> sum.plus(Duration.of(Math.round(number.doubleValue() * unit), ChronoUnit.MICROS));
                case null -> throw arguments.wrong(i, "a number");
            };
        }
        return sum;
    }

    private static ZoneOffset zone(Bound arguments) {
        if (arguments.get(0) instanceof Duration offset) {
            return ZoneOffset.ofTotalSeconds(Math.toIntExact(offset.toSeconds()));
        }
        throw arguments.wrong(0, "a timedelta");
    }

    private static Temporal inZone(LocalDateTime naive, @Nullable Object zone) {
        return zone instanceof ZoneId id ? naive.atZone(id) : naive;
    }

    private static Temporal now(@Nullable Object zone, ZoneId local) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return zone instanceof ZoneId id ? now.atZone(id) : LocalDateTime.ofInstant(now, local);
    }

    private static Temporal ofSeconds(@Nullable Object seconds, @Nullable Object zone, ZoneId local) {
        Number number = Numbers.normal(seconds);
        if (number == null) {
            throw JinjaException.of("a timestamp has to be a number");
        }
        Instant instant = number instanceof Long whole
                ? Instant.ofEpochSecond(whole)
                : Instant.EPOCH.plus(Math.round(number.doubleValue() * 1e6), ChronoUnit.MICROS);
        return zone instanceof ZoneId id ? instant.atZone(id) : LocalDateTime.ofInstant(instant, local);
    }

    private static Temporal fromIso(String text) {
        String iso = text.length() > 10 ? text.substring(0, 10) + "T" + text.substring(11) : text + "T00:00:00";
        boolean aware = iso.endsWith("Z") || iso.substring(11).matches(".*[-+].*");
        return aware ? OffsetDateTime.parse(iso).toZonedDateTime() : LocalDateTime.parse(iso);
    }

    private static Object parsed(Bound arguments, Supplier<Temporal> reading) {
        try {
            return reading.get();
        } catch (DateTimeParseException noTime) {
            throw JinjaException.of("'" + arguments.text(0) + "' is not a date or time in ISO format");
        }
    }
}
