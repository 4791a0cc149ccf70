package basin.app.demo.company.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The days the company's books cover, both ends included. Instants are microseconds since 1970 in UTC.
public record Period(LocalDate first, LocalDate last) {
    public static final long SECOND = 1_000_000;
    public static final long HOUR = 3600 * SECOND;
    public static final long DAY = 24 * HOUR;

    public static Period threeYearsTo(LocalDate last) {
        return new Period(last.plusDays(1).minusYears(3), last);
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    /// The day with this number, the first being 0; negative numbers reach back before the books.
    public LocalDate day(int number) {
        return first.plusDays(number);
    }

    public int number(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(first, day);
    }

    /// How many years after the first day this day is, as a fraction.
    public double years(LocalDate day) {
        return number(day) / 365.25;
    }

    /// The moment the books were closed: the end of the last day. Nothing later has happened yet.
    public long closed() {
        return start(last.plusDays(1));
    }

    /// The first instant of a day.
    public static long start(LocalDate day) {
        return day.toEpochDay() * DAY;
    }

    /// The day of an instant.
    public static LocalDate dayOf(long instant) {
        return LocalDate.ofEpochDay(Math.floorDiv(instant, DAY));
    }
}
