package basin.connect.postgres.types;

import static basin.connect.postgres.types.BigEndian.getInt;
import static basin.connect.postgres.types.BigEndian.getLong;

import basin.core.rows.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// The decoders of dates and times. Postgres counts from 2000-01-01, the lake from 1970-01-01; in both the largest
/// and the smallest number of a date or timestamp are the infinities.
final class TimeDecoders {

    private static final int DAYS_TO_2000 =
            Math.toIntExact(LocalDate.of(2000, 1, 1).toEpochDay());
    private static final long MICROS_TO_2000 = Duration.ofDays(DAYS_TO_2000).toNanos() / 1000;

    private static final long MICROS_PER_DAY = Duration.ofDays(1).toNanos() / 1000;

    /// Every date of Postgres (4713 BC to 5874897) fits.
    static final Decoder DATE = (message, at, length, into) -> {
        int days = getInt(message, at);
        if (days == Integer.MAX_VALUE) {
            into.appendInt(Type.INFINITE_DATE);
        } else if (days == Integer.MIN_VALUE) {
            into.appendInt(-Type.INFINITE_DATE);
        } else {
            into.appendInt(days + DAYS_TO_2000);
        }
    };

    static final Decoder TIME = (message, at, length, into) -> {
        long micros = getLong(message, at);
        if (micros == MICROS_PER_DAY) {
            throw new Unfit(
                    "24:00:00",
                    "is no time of day",
                    "correct the value, or leave out 'as: time' to load the column as text");
        }
        into.appendLong(micros);
    };

    /// With and without time zone. Postgres goes on for thirty years after the last microsecond that fits, in
    /// January 294247.
    static final Decoder TIMESTAMP = (message, at, length, into) -> {
        long micros = getLong(message, at);
        if (micros == Long.MAX_VALUE) {
            into.appendLong(Type.INFINITE_TIMESTAMP);
        } else if (micros == Long.MIN_VALUE) {
            into.appendLong(-Type.INFINITE_TIMESTAMP);
        } else if (micros >= Long.MAX_VALUE - MICROS_TO_2000) {
            throw new Unfit(
                    text(micros),
                    "lies behind the year 294246, where 64 bits of microseconds since 1970 end",
                    "correct the value, or load the column with 'as: text'");
        } else {
            into.appendLong(micros + MICROS_TO_2000);
        }
    };

    private TimeDecoders() {}

    private static String text(long microsSince2000) {
        return LocalDateTime.ofEpochSecond(
                        Math.floorDiv(microsSince2000, 1_000_000) + MICROS_TO_2000 / 1_000_000,
                        Math.toIntExact(Math.floorMod(microsSince2000, 1_000_000L) * 1000),
                        ZoneOffset.UTC)
                .toString();
    }
}
