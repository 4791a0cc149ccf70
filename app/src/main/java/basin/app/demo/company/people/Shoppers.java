package basin.app.demo.company.people;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.time.Period;
import java.time.LocalDate;

/// Whose order it is: somebody who signed up these days, or one of the regulars, few of whom buy much of all.
///
/// A regular is found by asking customers at random until one feels like it; each keeps the same inclination,
/// and loses all of it at the end of the time for which the company pleases them.
public final class Shoppers {
    private static final double NEWCOMERS = 0.15;
    private static final int DAYS_NEW = 3;
    private static final double ONE_TIMERS = 0.27;
    private static final double DAYS_PLEASED = 540;
    private static final int ASKED_AT_MOST = 500;

    private final Customers customers;
    private final Seed inclinations;
    private final Seed patience;

    public Shoppers(Customers customers, Seed seed) {
        this.customers = customers;
        this.inclinations = seed.of("inclinations");
        this.patience = seed.of("patience");
    }

    /// The customer of an order of this day, signed up before it.
    public long pick(LocalDate day, Dice dice) {
        long known = Math.max(1, customers.knownBefore(day));
        long knownBefore = customers.knownBefore(day.minusDays(DAYS_NEW));
        if (known > knownBefore && dice.chance(NEWCOMERS)) {
            return dice.whole(knownBefore + 1, known);
        }
        long asked = dice.whole(1, known);
        for (int i = 0; i < ASKED_AT_MOST && !wants(asked, day, dice); i++) {
            asked = dice.whole(1, known);
        }
        return asked;
    }

    private boolean wants(long customer, LocalDate day, Dice dice) {
        return dice.chance(Inclination.of(inclinations.trait(customer))) && pleased(customer, day);
    }

    private boolean pleased(long customer, LocalDate day) {
        double share = patience.trait(customer);
        if (share < ONE_TIMERS) {
            return false;
        }
        double days = -DAYS_PLEASED * StrictMath.log((share - ONE_TIMERS) / (1 - ONE_TIMERS));
        return Period.start(day) < customers.created(customer) + (long) (days * Period.DAY);
    }
}
