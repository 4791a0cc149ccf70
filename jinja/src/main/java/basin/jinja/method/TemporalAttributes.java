package basin.jinja.method;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.TemporalText;
import basin.jinja.value.Absent;
import basin.jinja.value.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The attributes and methods of dates, times, durations and time zones, as Python's `datetime` and `pytz` name them.
final class TemporalAttributes {
    private static final Map<String, ChronoField> FIELDS = Map.of(
            "year", ChronoField.YEAR,
            "month", ChronoField.MONTH_OF_YEAR,
            "day", ChronoField.DAY_OF_MONTH,
            "hour", ChronoField.HOUR_OF_DAY,
            "minute", ChronoField.MINUTE_OF_HOUR,
            "second", ChronoField.SECOND_OF_MINUTE,
            "microsecond", ChronoField.MICRO_OF_SECOND);

    private static final MethodTable<Temporal> TIMES = new MethodTable<Temporal>()
            .add("strftime(format)", (self, a) -> Strftime.format(self, a.text(0)))
            .add("isoformat(sep='T')", (self, a) -> TemporalText.isoformat(self, a.text(0)))
            .add("replace(**fields)", (self, a) -> replaced(self, a))
            .add("weekday()", (self, a) -> self.get(ChronoField.DAY_OF_WEEK) - 1L)
            .add("isoweekday()", (self, a) -> (long) self.get(ChronoField.DAY_OF_WEEK))
            .add(
                    "isocalendar()",
                    (self, a) -> Tuple.of(
                            (long) self.get(IsoFields.WEEK_BASED_YEAR),
                            (long) self.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                            (long) self.get(ChronoField.DAY_OF_WEEK)))
            .add("toordinal()", (self, a) -> self.getLong(ChronoField.EPOCH_DAY) + 719_163)
            .add("date()", (self, a) -> LocalDate.from(self))
            .add("time()", (self, a) -> LocalTime.from(self))
            .add("timestamp()", (self, a) -> timestamp(self))
            .add("utcoffset()", (self, a) -> {
                ZoneOffset offset = offset(self);
                return offset == null ? null : Duration.ofSeconds(offset.getTotalSeconds());
            })
            .add("tzname()", (self, a) -> Strftime.format(self, "%Z"))
            .add("astimezone(tz=None)", (self, a) -> {
                ZoneId zone = a.get(0) instanceof ZoneId given ? given : ZoneOffset.UTC;
                return aware(self).withZoneSameInstant(zone);
            });

    private static final MethodTable<Duration> DURATIONS =
            new MethodTable<Duration>().add("total_seconds()", (self, a) -> TemporalText.microseconds(self) / 1e6);

    private static final MethodTable<ZoneId> ZONES = new MethodTable<ZoneId>()
            .add("localize(dt, is_dst=False)", (self, a) -> {
                if (a.get(0) instanceof LocalDateTime naive) {
                    return naive.atZone(self);
                }
                throw a.wrong(0, "a datetime without a time zone");
            })
            .add("normalize(dt)", (self, a) -> {
                if (a.get(0) instanceof Temporal time) {
                    return aware(time).withZoneSameInstant(self);
                }
                throw a.wrong(0, "a datetime");
            });

    private TemporalAttributes() {}

    static @Nullable Object of(Temporal time, String name) {
        ChronoField field = FIELDS.get(name);
        if (field != null && time.isSupported(field)) {
            return (long) time.get(field);
        }
        if (name.equals("tzinfo")) {
            return time instanceof ZonedDateTime zoned ? zoned.getZone() : offset(time);
        }
        return isMissing(time, name) ? Absent.ABSENT : TIMES.bound(time, name);
    }

    private static boolean isMissing(Temporal time, String name) {
        boolean ofDate = time instanceof LocalDate && name.matches("date|time|timestamp|utcoffset|tzname|astimezone");
        return ofDate || (time instanceof LocalTime && !name.matches("strftime|isoformat|replace"));
    }

    static @Nullable Object of(Duration duration, String name) {
        long micros = TemporalText.microseconds(duration);
        return switch (name) {
            case "days" -> Math.floorDiv(micros, 86_400_000_000L);
            case "seconds" -> Math.floorMod(micros, 86_400_000_000L) / 1_000_000;
            case "microseconds" -> Math.floorMod(micros, 1_000_000L);
            default -> DURATIONS.bound(duration, name);
        };
    }

    static @Nullable Object of(ZoneId zone, String name) {
        return name.equals("zone") ? zone.getId() : ZONES.bound(zone, name);
    }

    private static @Nullable ZoneOffset offset(Temporal time) {
        return switch (time) {
            case ZonedDateTime zoned -> zoned.getOffset();
            case OffsetDateTime aware -> aware.getOffset();
            default -> null;
        };
    }

    /// A time without a zone is taken for UTC, so that no result depends on the machine.
    private static ZonedDateTime aware(Temporal time) {
        return switch (time) {
            case ZonedDateTime zoned -> zoned;
            case OffsetDateTime aware -> aware.toZonedDateTime();
            case LocalDateTime naive -> naive.atZone(ZoneOffset.UTC);
            default -> throw JinjaException.of("only a datetime can be moved to a time zone");
        };
    }

    private static double timestamp(Temporal time) {
        ZonedDateTime aware = aware(time);
        return aware.toEpochSecond() + aware.get(ChronoField.MICRO_OF_SECOND) / 1e6;
    }

    private static Temporal replaced(Temporal time, Bound arguments) {
        Temporal replaced = time;
        for (Map.Entry<String, @Nullable Object> field : arguments.keywords().entrySet()) {
            ChronoField known = FIELDS.get(field.getKey());
            if (field.getKey().equals("tzinfo")) {
                replaced = withZone(replaced, field.getValue());
            } else if (known != null && replaced.isSupported(known) && field.getValue() instanceof Long value) {
                replaced = replaced.with(known, value);
            } else {
                throw JinjaException.of("replace() can not set '" + field.getKey() + "' of this value");
            }
        }
        return replaced;
    }

    private static Temporal withZone(Temporal time, @Nullable Object zone) {
        LocalDateTime naive = LocalDateTime.from(time);
        return zone instanceof ZoneId id ? naive.atZone(id) : naive;
    }
}
