package basin.app.demo.company.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/// The days of trade that no week or season explains.
public final class Feasts {
    private Feasts() {}

    /// The day after the fourth Thursday of November.
    public static LocalDate blackFriday(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                .plusDays(1);
    }

    /// How many times as busy as its week and season this day is.
    static double rush(LocalDate day) {
        long sinceBlackFriday = day.toEpochDay() - blackFriday(day.getYear()).toEpochDay();
        if (sinceBlackFriday == 0) {
            return 2.3;
        }
        if (sinceBlackFriday > 0 && sinceBlackFriday <= 3) {
            return 1.7;
        }
        return switch (day.getMonth()) {
            case DECEMBER -> december(day.getDayOfMonth());
            case JANUARY -> day.getDayOfMonth() == 1 ? 0.4 : 1;
            default -> 1;
        };
    }

    private static double december(int dayOfMonth) {
        return switch (dayOfMonth) {
            case 24 -> 0.5;
            case 25 -> 0.25;
            case 26 -> 0.6;
            default -> 1;
        };
    }
}
