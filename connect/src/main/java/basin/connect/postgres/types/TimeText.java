package basin.connect.postgres.types;

import basin.core.rows.Type;

/// The decoders of the text form of dates and times, in the style ISO and the time zone UTC: `2024-02-29`,
/// `0044-03-15 BC`, `12:30:00.5`, `2024-02-29 12:30:00.5+00`, `infinity`.
final class TimeText {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;
    private static final int DAYS_PER_ERA = 146_097;
    private static final int YEARS_PER_ERA = 400;

    /// From 0000-03-01, where eras start, to 1970-01-01.
    private static final int DAYS_TO_1970 = 719_468;

    private static final long LAST_DAY = Long.MAX_VALUE / MICROS_PER_DAY;
    private static final long LAST_MICROS = Long.MAX_VALUE % MICROS_PER_DAY;

    static final Decoder DATE = (message, at, length, into) -> {
        if (TextDecoders.is(message, at, length, "infinity")) {
            into.appendInt(Type.INFINITE_DATE);
        } else if (TextDecoders.is(message, at, length, "-infinity")) {
            into.appendInt(-Type.INFINITE_DATE);
        } else {
            into.appendInt(Math.toIntExact(days(message, at, length)));
        }
    };

    static final Decoder TIME = (message, at, length, into) -> {
        long micros = micros(message, at, at + length);
        if (micros == MICROS_PER_DAY) {
            throw new Unfit(
                    "24:00:00",
                    "is no time of day",
                    "correct the value, or leave out 'as: time' to load the column as text");
        }
        into.appendLong(micros);
    };

    /// With and without time zone.
    static final Decoder TIMESTAMP = (message, at, length, into) -> {
        if (TextDecoders.is(message, at, length, "infinity")) {
            into.appendLong(Type.INFINITE_TIMESTAMP);
        } else if (TextDecoders.is(message, at, length, "-infinity")) {
            into.appendLong(-Type.INFINITE_TIMESTAMP);
        } else {
            long days = days(message, at, length);
            int time = at;
            while (message[time] != ' ') {
                time++;
            }
            long micros = micros(message, time + 1, at + length);
            if (days > LAST_DAY || (days == LAST_DAY && micros >= LAST_MICROS)) {
                throw new Unfit(
                        TextDecoders.ascii(message, at, length),
                        "lies behind the year 294246, where 64 bits of microseconds since 1970 end",
                        "correct the value, or load the column with 'as: text'");
            }
            into.appendLong(days * MICROS_PER_DAY + micros);
        }
    };

    private TimeText() {}

    /// Days since 1970-01-01, of a text that starts with a date and ends with `BC` for years before the first.
    private static long days(byte[] message, int at, int length) {
        int end = at + length;
        int monthAt = at;
        while (message[monthAt] != '-') {
            monthAt++;
        }
        long year = TextDecoders.number(message, at, monthAt - at);
        int month = two(message, monthAt + 1);
        int day = two(message, monthAt + 4);
        if (message[end - 1] == 'C') {
            year = 1 - year;
        }
        long marchYear = month > 2 ? year : year - 1;
        long era = Math.floorDiv(marchYear, YEARS_PER_ERA);
        long yearOfEra = marchYear - era * YEARS_PER_ERA;
        int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970;
    }

    /// Microseconds since midnight, of a text that starts with a time.
    private static long micros(byte[] message, int at, int end) {
        long seconds = two(message, at) * 3600L + two(message, at + 3) * 60L + two(message, at + 6);
        long fraction = 0;
        long unit = MICROS_PER_SECOND;
        int next = at + 8;
        if (next < end && message[next] == '.') {
            for (int i = next + 1; i < end && message[i] >= '0' && message[i] <= '9'; i++) {
                unit /= 10;
                fraction += (message[i] - '0') * unit;
            }
        }
        return seconds * MICROS_PER_SECOND + fraction;
    }

    private static int two(byte[] message, int at) {
        return (message[at] - '0') * 10 + message[at + 1] - '0';
    }
}
