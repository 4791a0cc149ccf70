package basin.app.demo.company.time;

import java.time.LocalDate;

/// When in the year a kind of goods is wanted.
public enum Season {
    ALL_YEAR,
    CHRISTMAS,
    SUMMER,
    WINTER;

    /// How much more than on a plain day these goods are wanted.
    public double demand(LocalDate day) {
        return switch (this) {
            case ALL_YEAR -> 1;
            case CHRISTMAS -> 0.55 + 2.4 * nearness(day, 345, 32);
            case SUMMER -> 0.2 + 2.6 * nearness(day, 178, 55);
            case WINTER -> 0.45 + 1.4 * nearness(day, 5, 60);
        };
    }

    /// 1 on the given day of the year, falling off like a bell on both sides, around the turn of the year too.
    private static double nearness(LocalDate day, int peak, int width) {
        int apart = Math.abs(day.getDayOfYear() - peak);
        double distance = (double) Math.min(apart, 365 - apart) / width;
        return StrictMath.exp(-distance * distance);
    }
}
