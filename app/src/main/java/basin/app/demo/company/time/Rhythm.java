package basin.app.demo.company.time;

import basin.app.demo.company.draw.Seed;
import java.time.LocalDate;
import java.util.Arrays;

/// When orders come in: more each year, most before Christmas, on Sundays and in the evening.
///
/// All orders together are the share from 0 to 1, in the order in which they come; [#instant(double)] says when
/// that part of them had come in. It never decreases, which is how the moment of any order is known from its
/// number.
public final class Rhythm {
    private static final double YEARLY_GROWTH = 1.24;
    /// The night of the failed move to another data centre: this many days before the last one.
    private static final int OUTAGE = 597;
    /// Monday to Sunday.
    private static final double[] WEEK = {1.02, 0.94, 0.92, 0.95, 0.98, 1.03, 1.16};
    /// Midnight to midnight, UTC.
    private static final double[] HOURS = {
        14, 8, 5, 4, 4, 7, 15, 28, 42, 52, 60, 64, 66, 60, 56, 57, 62, 70, 82, 96, 100, 84, 54, 30
    };

    private final Period period;
    private final double[] days;
    private final double[] hours;

    public Rhythm(Period period, Seed seed) {
        this.period = period;
        this.days = shares(period.days(), number -> busyness(period, number, seed.of("rhythm")));
        this.hours = shares(HOURS.length, hour -> HOURS[hour]);
    }

    public Period period() {
        return period;
    }

    /// The instant by which this share, in `[0, 1)`, of all orders had come in.
    public long instant(double share) {
        int day = slot(days, share);
        double ofDay = within(days, day, share);
        int hour = slot(hours, ofDay);
        double ofHour = within(hours, hour, ofDay);
        return Period.start(period.day(day)) + hour * Period.HOUR + (long) (ofHour * Period.HOUR);
    }

    /// The share of all orders that had come in before this day began.
    public double shareBefore(LocalDate day) {
        return days[Math.clamp(period.number(day), 0, days.length - 1)];
    }

    private static double busyness(Period period, int number, Seed seed) {
        LocalDate day = period.day(number);
        double growth = StrictMath.pow(YEARLY_GROWTH, period.years(day));
        double week = WEEK[day.getDayOfWeek().getValue() - 1];
        double luck = 0.9 + 0.2 * seed.trait(day.toEpochDay());
        double outage = number == period.days() - 1 - OUTAGE ? 0.3 : 1;
        return growth * week * ofYear(day) * Feasts.rush(day) * luck * outage;
    }

    private static double ofYear(LocalDate day) {
        int month = day.getMonthValue();
        double christmas = Season.CHRISTMAS.demand(day);
        double quietMonths = month <= 2 ? 0.84 : month == 7 || month == 8 ? 0.9 : 1;
        return quietMonths * (0.75 + 0.45 * christmas);
    }

    private interface Weight {
        double of(int slot);
    }

    /// The bounds of slots that share `[0, 1]` by their weights: one more than there are slots.
    private static double[] shares(int slots, Weight weight) {
        double[] bounds = new double[slots + 1];
        for (int i = 0; i < slots; i++) {
            bounds[i + 1] = bounds[i] + weight.of(i);
        }
        double sum = bounds[slots];
        for (int i = 0; i <= slots; i++) {
            bounds[i] /= sum;
        }
        return bounds;
    }

    private static int slot(double[] bounds, double share) {
        int found = Arrays.binarySearch(bounds, share);
        return Math.min(found < 0 ? -found - 2 : found, bounds.length - 2);
    }

    private static double within(double[] bounds, int slot, double share) {
        return (share - bounds[slot]) / (bounds[slot + 1] - bounds[slot]);
    }
}
