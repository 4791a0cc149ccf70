package basin.app.demo.company.sale;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.shop.Carrier;
import basin.app.demo.company.shop.Carriers;
import basin.app.demo.company.shop.Channel;
import basin.app.demo.company.shop.Zone;
import basin.app.demo.company.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How paid orders get to the customer: packed within a day or two, slower before Christmas, in two parts where
/// something was not on the shelf, and not always when promised.
final class Warehouse {
    private static final double IN_TWO_PARTS = 0.07;
    private static final double LOST = 0.003;
    private static final double UNTRACKED = 0.02;
    private static final double LATER_BEFORE_CHRISTMAS = 0.12;

    private final Period period;
    private final Carriers carriers;
    private final Seed shipments;

    Warehouse(Period period, Carriers carriers, Seed seed) {
        this.period = period;
        this.carriers = carriers;
        this.shipments = seed.of("shipments");
    }

    /// In how many parts an order is sent; 0 where it is taken home from a store.
    int parts(Order order) {
        if (order.channel() == Channel.STORE) {
            return 0;
        }
        boolean two = order.lines().size() > 1 && shipments.trait(order.id()) < IN_TWO_PARTS;
        return two ? 2 : 1;
    }

    /// The part in which a line is sent.
    static int part(Line line, int parts) {
        return parts == 0 ? 0 : 1 + (line.no() - 1) % parts;
    }

    /// All parts that have left before the books were closed.
    ///
    /// @param paid when the order was paid for
    List<Shipment> send(Order order, long paid) {
        Dice dice = shipments.dice(order.id());
        List<Shipment> sent = new ArrayList<>(1);
        int parts = parts(order);
        long ready = paid;
        for (int part = 1; part <= parts; part++) {
            ready = workday(ready + packing(order, part, dice));
            Shipment shipment = send(order, part, parts, ready, dice);
            if (ready <= period.closed()) {
                sent.add(shipment);
            }
        }
        return sent;
    }

    private static long packing(Order order, int part, Dice dice) {
        double hours =
                part > 1 ? 24 * dice.between(2, 9) : dice.around(order.channel() == Channel.WHOLESALE ? 40 : 13, 0.6);
        return (long) (hours * (beforeChristmas(order.day()) ? 1.9 : 1) * Period.HOUR);
    }

    /// Nothing leaves on Sundays.
    private static long workday(long instant) {
        boolean sunday = Period.dayOf(instant).getDayOfWeek() == DayOfWeek.SUNDAY;
        return sunday ? instant + Period.DAY : instant;
    }

    private Shipment send(Order order, int part, int parts, long shipped, Dice dice) {
        long grams = 150;
        for (Line line : order.lines()) {
            grams += part(line, parts) == part ? line.grams() : 0;
        }
        Carrier carrier = carriers.pick(order.country().code(), grams, dice);
        LocalDate left = Period.dayOf(shipped);
        LocalDate promised =
                left.plusDays(carrier.promisedDays(Zone.of(order.country().code())));
        String tracking = carrier.code() + dice.whole(100_000_000_000L, 999_999_999_999L);
        return new Shipment(
                part,
                carrier,
                dice.chance(UNTRACKED) ? null : tracking,
                grams,
                shipped,
                promised,
                delivered(carrier, left, promised, dice));
    }

    private @Nullable Long delivered(Carrier carrier, LocalDate left, LocalDate promised, Dice dice) {
        boolean lost = dice.chance(LOST);
        boolean late = dice.chance(lateness(carrier, left));
        int days = (int) (promised.toEpochDay() - left.toEpochDay());
        LocalDate day = late
                ? promised.plusDays(1 + (long) dice.waiting(carrier.daysLate() - 0.5))
                : promised.minusDays(dice.streak(0.3, days - 1));
        long at = Period.start(day) + dice.whole(8 * Period.HOUR, 19 * Period.HOUR);
        return lost || at > period.closed() ? null : (Long) at;
    }

    private double lateness(Carrier carrier, LocalDate left) {
        double passed = Math.min(1, (double) period.number(left) / period.days());
        double usual = carrier.lateAtFirst() + passed * (carrier.lateAtLast() - carrier.lateAtFirst());
        return usual + (beforeChristmas(left) ? LATER_BEFORE_CHRISTMAS : 0);
    }

    private static boolean beforeChristmas(LocalDate day) {
        return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() <= 24;
    }
}
