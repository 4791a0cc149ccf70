package basin.app.demo.company.sale;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Odds;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.sale.Payment.Kind;
import basin.app.demo.company.sale.Payment.Method;
import basin.app.demo.company.sale.Payment.Outcome;
import basin.app.demo.company.shop.Channel;
import basin.app.demo.company.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an order is paid: at once by most, in two parts by those with a gift card, at the second attempt by
/// some, weeks later by firms.
final class Cashier {
    private static final double CARD_REFUSED = 0.045;
    private static final double PART_BY_GIFT_CARD = 0.03;

    private final Map<Channel, Odds<Method>> methods = new EnumMap<>(Channel.class);
    private final Seed payments;

    Cashier(Seed seed) {
        this.payments = seed.of("payments");
        for (Channel channel : Channel.values()) {
            methods.put(channel, Odds.of(List.of(Method.values()), method -> weight(channel, method)));
        }
    }

    /// All attempts to pay, oldest first. They settle the whole total, or nothing of an order cancelled unpaid.
    List<Payment> charges(Order order) {
        Dice dice = payments.dice(order.id());
        if (order.reference() != null && order.fate() == Fate.CANCELLED_UNPAID) {
            return List.of();
        }
        List<Payment> charges = new ArrayList<>(1);
        Odds<Method> usual = odds(order.channel());
        Method method = usual.pick(dice);
        long at = order.placed() + delay(method, dice);
        while (method == Method.CARD && dice.chance(CARD_REFUSED)) {
            charges.add(charge(method, Outcome.FAILED, order.total(), at, dice));
            at += dice.whole(8 * Period.SECOND, 400 * Period.SECOND);
        }
        if (order.fate() != Fate.CANCELLED_UNPAID) {
            settle(order.total(), method, at, dice, charges);
        }
        return charges;
    }

    /// What is given back, by the way on which the order was paid.
    Payment refund(List<Payment> charges, long amount, long at, Dice dice) {
        Method method = charges.getLast().method();
        return new Payment(Kind.REFUND, method, Outcome.SETTLED, amount, at, reference(method, dice));
    }

    private static void settle(long total, Method method, long at, Dice dice, List<Payment> charges) {
        long rest = total;
        if (method == Method.CARD && total > 50_00 && dice.chance(PART_BY_GIFT_CARD)) {
            long giftCard = 500L * dice.whole(1, 10);
            charges.add(charge(Method.GIFT_CARD, Outcome.SETTLED, giftCard, at, dice));
            rest -= giftCard;
        }
        charges.add(charge(method, Outcome.SETTLED, rest, at, dice));
    }

    private static Payment charge(Method method, Outcome outcome, long amount, long at, Dice dice) {
        return new Payment(Kind.CHARGE, method, outcome, amount, at, reference(method, dice));
    }

    private static @Nullable UUID reference(Method method, Dice dice) {
        return method == Method.CASH ? null : dice.uuid();
    }

    private static long delay(Method method, Dice dice) {
        return method == Method.INVOICE
                ? (long) ((0.6 + dice.waiting(7)) * Period.DAY)
                : dice.whole(4 * Period.SECOND, 240 * Period.SECOND);
    }

    private Odds<Method> odds(Channel channel) {
        Odds<Method> odds = methods.get(channel);
        if (odds == null) {
            throw new IllegalStateException("nobody knows how to pay in " + channel);
        }
        return odds;
    }

    private static double weight(Channel channel, Method method) {
        return switch (channel) {
            case WEB, APP ->
                switch (method) {
                    case CARD -> 56;
                    case PAYPAL -> 36;
                    case INVOICE -> 8;
                    case GIFT_CARD, MARKETPLACE, CASH -> 0;
                };
            case STORE ->
                switch (method) {
                    case CARD -> 71;
                    case CASH -> 29;
                    case PAYPAL, INVOICE, GIFT_CARD, MARKETPLACE -> 0;
                };
            case MARKETPLACE -> method == Method.MARKETPLACE ? 1 : 0;
            case WHOLESALE -> method == Method.INVOICE ? 1 : 0;
        };
    }
}
