package basin.app.demo.company.people;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Odds;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.time.Period;
import basin.app.demo.company.time.Rhythm;
import java.time.LocalDate;

/// All customers by number, from 1 on in the order in which they signed up: a quarter of them before the books
/// begin, the others as orders grew.
public final class Customers {
    private static final double BUSINESSES = 0.04;
    private static final double SECOND_ACCOUNTS = 0.016;
    private static final double SECOND_ADDRESSES = 0.18;
    private static final int DAYS_OPEN_BEFORE_BOOKS = 730;

    private final long count;
    private final long early;
    private final Period period;
    private final Rhythm rhythm;
    private final Odds<Country> countries = Country.all();
    private final Seed arrivals;
    private final Seed homes;
    private final Seed segments;
    private final Seed accounts;
    private final Seed addresses;

    public Customers(long count, Period period, Rhythm rhythm, Seed seed) {
        this.count = count;
        this.early = count / 4;
        this.period = period;
        this.rhythm = rhythm;
        this.arrivals = seed.of("arrivals");
        this.homes = seed.of("homes");
        this.segments = seed.of("segments");
        this.accounts = seed.of("second accounts");
        this.addresses = seed.of("second addresses");
    }

    public long count() {
        return count;
    }

    /// How many had signed up before this day began.
    public long knownBefore(LocalDate day) {
        return early + (long) ((count - early) * rhythm.shareBefore(day));
    }

    /// When a customer signed up, in microseconds since 1970 in UTC.
    public long created(long customer) {
        double place = customer - 1 + arrivals.trait(customer);
        if (customer > early) {
            return rhythm.instant((place - early) / (count - early));
        }
        double days = DAYS_OPEN_BEFORE_BOOKS * (1 - place / early);
        return Period.start(period.first()) - (long) (days * Period.DAY);
    }

    public Country country(long customer) {
        return countries.at(homes.trait(person(customer)));
    }

    public Segment segment(long customer) {
        return segments.trait(person(customer)) < BUSINESSES ? Segment.BUSINESS : Segment.CONSUMER;
    }

    /// How many addresses a customer has, numbered from 1.
    public int addresses(long customer) {
        return addresses.trait(customer) < SECOND_ADDRESSES ? 2 : 1;
    }

    /// The first account of the person behind an account; nearly always the account itself.
    long person(long customer) {
        Dice dice = accounts.dice(customer);
        if (customer < 3 || !dice.chance(SECOND_ACCOUNTS)) {
            return customer;
        }
        return person(dice.whole(1, customer - 1));
    }
}
