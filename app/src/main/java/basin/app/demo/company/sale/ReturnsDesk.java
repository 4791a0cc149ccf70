package basin.app.demo.company.sale;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Odds;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.goods.Catalogue;
import basin.app.demo.company.sale.Return.Reason;
import basin.app.demo.company.shop.Channel;
import basin.app.demo.company.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comes back: hats that don't fit, presents that don't please, parcels that come late, and most of all a
/// faulty batch.
final class ReturnsDesk {
    private static final double MEAN_DAYS_UNTIL_REQUEST = 8;
    private static final double NEVER_SENT = 0.05;
    private static final double REFUSED = 0.04;
    private static final double COMMENTED = 0.35;

    private final Period period;
    private final Catalogue catalogue;
    private final Phrases phrases = new Phrases();
    private final Seed returns;
    private final Odds<Reason> clothing = Odds.of(List.of(Reason.values()), ReturnsDesk::clothingWeight);
    private final Odds<Reason> things = Odds.of(List.of(Reason.values()), ReturnsDesk::thingWeight);

    ReturnsDesk(Period period, Catalogue catalogue, Seed seed) {
        this.period = period;
        this.catalogue = catalogue;
        this.returns = seed.of("returns");
    }

    /// The return of a line, if there is one.
    @Nullable
    Return of(Order order, Line line, Handover handover) {
        Dice dice = returns.dice(order.id() * 32 + line.no());
        boolean faulty = catalogue.faulty(line.product(), order.day());
        if (!dice.chance(share(order, line, handover, faulty))) {
            return null;
        }
        int window = line.product().category().returnDays();
        double days = Math.min(window - 1, 0.2 + dice.waiting(MEAN_DAYS_UNTIL_REQUEST));
        long requested = handover.at() + (long) (days * Period.DAY);
        return requested > period.closed() ? null : received(order, line, faulty, requested, dice);
    }

    private static double share(Order order, Line line, Handover handover, boolean faulty) {
        double usual =
                faulty ? line.product().faulty() : line.product().category().returned();
        double present = order.day().getMonthValue() == 12 && !faulty ? 1.3 : 1;
        double wholesale = order.channel() == Channel.WHOLESALE ? 0.25 : 1;
        return usual * present * wholesale * (handover.late() ? 1.35 : 1);
    }

    private Return received(Order order, Line line, boolean faulty, long requested, Dice dice) {
        int quantity = dice.chance(0.7) ? line.quantity() : dice.whole(1, line.quantity());
        Reason reason = reason(line, faulty, dice);
        String comment = dice.chance(COMMENTED)
                ? phrases.pick(complaint(reason), order.country().language(), dice)
                : null;
        long transit = order.channel() == Channel.STORE ? 0 : (long) (dice.between(2, 14) * Period.DAY);
        boolean sent = !dice.chance(NEVER_SENT);
        long received = requested + transit;
        long refunded = received + (long) (dice.waiting(2) * Period.DAY);
        long refund = dice.chance(REFUSED) ? 0 : line.amount() * quantity / line.quantity();
        boolean here = sent && received <= period.closed();
        boolean decided = sent && refunded <= period.closed();
        return new Return(
                line,
                quantity,
                reason,
                comment,
                requested,
                here ? (Long) received : null,
                decided ? (Long) refunded : null,
                decided ? (Long) refund : null);
    }

    private Reason reason(Line line, boolean faulty, Dice dice) {
        if (faulty && dice.chance(0.85)) {
            return Reason.DEFECTIVE;
        }
        return line.product().category().code().equals("HA") ? clothing.pick(dice) : things.pick(dice);
    }

    private static String complaint(Reason reason) {
        return switch (reason) {
            case WRONG_SIZE -> "too small";
            case DAMAGED, DEFECTIVE -> "broken";
            case CHANGED_MIND, NOT_AS_DESCRIBED, TOO_LATE -> "regret";
        };
    }

    private static double clothingWeight(Reason reason) {
        return switch (reason) {
            case WRONG_SIZE -> 58;
            case CHANGED_MIND -> 22;
            case NOT_AS_DESCRIBED -> 12;
            case DAMAGED, DEFECTIVE, TOO_LATE -> 3;
        };
    }

    private static double thingWeight(Reason reason) {
        return switch (reason) {
            case CHANGED_MIND -> 38;
            case DAMAGED -> 20;
            case DEFECTIVE -> 18;
            case NOT_AS_DESCRIBED -> 15;
            case TOO_LATE -> 9;
            case WRONG_SIZE -> 0;
        };
    }
}
