package basin.app.demo.company.shop;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All stores, and the nightly upload by which head office learns what their tills took.
///
/// Some days a store has no line: its uploads of those days arrive together in the night of the day on which
/// the line is back. In the data these are the rows that come late.
public final class Stores {
    private static final int SPAN = 120;
    private static final int LONGEST_OUTAGE = 9;
    private static final long UPLOAD_HOUR = 21;

    private final Period period;
    private final List<Store> all;
    private final Seed outages;
    private final Seed minutes;

    public Stores(Period period, Seed seed) {
        this.period = period;
        this.all = Store.all(period);
        this.outages = seed.of("outages");
        this.minutes = seed.of("upload minutes");
    }

    public List<Store> all() {
        return all;
    }

    /// A store of this country that is open on this day, if there is one.
    public Optional<Store> pick(String country, LocalDate day, Dice dice) {
        List<Store> near = all.stream()
                .filter(store -> store.country().equals(country) && store.open(day))
                .toList();
        return near.isEmpty() ? Optional.empty() : Optional.of(dice.pick(near));
    }

    /// When the takings of this day reached head office, in microseconds since 1970 in UTC: late in the evening
    /// of the same day, or of the last day of an outage.
    public long uploaded(Store store, LocalDate day) {
        LocalDate sent = outageEnd(store, day);
        double withinTheHour = minutes.trait(store.id() * 100_000L + day.toEpochDay());
        return Period.start(sent) + UPLOAD_HOUR * Period.HOUR + (long) (withinTheHour * 2 * Period.HOUR);
    }

    /// The last day of the outage that this day is in; the day itself where the line was up. Each store has one
    /// outage in each span of days, none in the last one.
    private LocalDate outageEnd(Store store, LocalDate day) {
        int number = period.number(day);
        int span = number / SPAN;
        Dice dice = outages.dice(store.id() * 1000L + span);
        int first = span * SPAN + dice.whole(0, SPAN - LONGEST_OUTAGE);
        int last = first + dice.whole(1, LONGEST_OUTAGE - 1);
        boolean down = number >= first && number <= last && (span + 1) * SPAN < period.days();
        return down ? period.day(last) : day;
    }
}
