package basin.app.demo.company.people;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is known of each customer, with the gaps and the double entries that every such index has.
final class CardIndex {
    private final Customers customers;
    private final Period period;
    private final Seed persons;
    private final Seed cards;

    CardIndex(Customers customers, Period period, Seed seed) {
        this.customers = customers;
        this.period = period;
        this.persons = seed.of("persons");
        this.cards = seed.of("cards");
    }

    Customer of(long id) {
        long person = customers.person(id);
        Country country = customers.country(id);
        Segment segment = customers.segment(id);
        Dice same = persons.dice(person);
        String given = same.pick(country.givenNames());
        String family = same.pick(country.familyNames());
        String company = segment == Segment.BUSINESS ? family + " " + same.pick(country.tradeNames()) : null;
        String email = Mailbox.of(given, family, person, same);
        LocalDate born = LocalDate.of(1946, 1, 1).plusDays(same.whole(0, 60 * 365));

        Dice dice = cards.dice(id);
        boolean second = person != id;
        long created = customers.created(id);
        Customer customer = new Customer(
                id,
                dice.uuid(),
                segment,
                company,
                given,
                second && dice.chance(0.5) ? family.toUpperCase(Locale.ROOT) : family,
                dice.chance(0.043) ? null : second ? Mailbox.rewritten(email, dice) : email,
                dice.chance(0.34) ? null : country.diallingCode() + " " + dice.whole(200_000_000L, 999_999_999L),
                segment == Segment.BUSINESS || dice.chance(0.41) ? null : born,
                country,
                dice.chance(0.11) ? null : dice.chance(0.63),
                tags(dice),
                dice.chance(0.37),
                wishes(dice),
                created,
                updated(created, dice),
                null);
        return forgotten(customer, dice);
    }

    /// Two customers of three have changed something since they signed up, most of them long ago.
    private long updated(long created, Dice dice) {
        long changed = created + (long) (dice.waiting(160) * Period.DAY);
        return dice.chance(0.67) && changed < period.closed() ? changed : created;
    }

    private Customer forgotten(Customer customer, Dice dice) {
        if (!dice.chance(0.007)) {
            return customer;
        }
        return customer.forgotten(dice.whole(customer.updated(), period.closed()));
    }

    private static List<String> tags(Dice dice) {
        List<String> tags = new ArrayList<>();
        if (dice.chance(0.31)) {
            tags.add("newsletter");
        }
        if (dice.chance(0.05)) {
            tags.add("vip");
        }
        if (dice.chance(0.02)) {
            tags.add("beta tester");
        }
        return tags;
    }

    private static List<String> wishes(Dice dice) {
        List<String> all = List.of("tea", "clocks", "hats", "light", "garden", "games");
        return all.stream().filter(wish -> dice.chance(0.2)).toList();
    }
}
