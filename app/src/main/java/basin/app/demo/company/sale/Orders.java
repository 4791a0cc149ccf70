package basin.app.demo.company.sale;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.goods.Demand;
import basin.app.demo.company.people.Country;
import basin.app.demo.company.people.Customers;
import basin.app.demo.company.people.Shoppers;
import basin.app.demo.company.shop.Channel;
import basin.app.demo.company.shop.ExchangeRates;
import basin.app.demo.company.shop.Promotion;
import basin.app.demo.company.shop.Shop;
import basin.app.demo.company.shop.Store;
import basin.app.demo.company.shop.Zone;
import basin.app.demo.company.time.Period;
import basin.app.demo.company.time.Rhythm;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All orders by number, from 1 on in the order in which they were placed. Any of them is known without the
/// others.
public final class Orders {
    private static final double REPORTED_AGAIN = 0.02;
    private static final double FAT_FINGERS = 0.0004;
    private static final int FAT_FINGER_PIECES = 999;
    private static final double PROMOTION_NOTICED = 0.6;
    private static final double CANCELLED_UNPAID = 0.014;
    private static final double CANCELLED_PAID = 0.021;
    private static final long FREE_SHIPPING_FROM = 69_00;
    private static final long PALLET_FEE = 49_00;

    private final long count;
    private final Rhythm rhythm;
    private final Customers customers;
    private final Shoppers shoppers;
    private final Shop shop;
    private final Basket basket;
    private final Seed arrivals;
    private final Seed orders;
    private final Seed echoes;

    /// @param count how many there are
    public Orders(
            long count, Rhythm rhythm, Customers customers, Shoppers shoppers, Shop shop, Demand demand, Seed seed) {
        this.count = count;
        this.rhythm = rhythm;
        this.customers = customers;
        this.shoppers = shoppers;
        this.shop = shop;
        this.basket = new Basket(demand, new Phrases());
        this.arrivals = seed.of("order arrivals");
        this.orders = seed.of("orders");
        this.echoes = seed.of("echoes");
    }

    long count() {
        return count;
    }

    /// Mostly a new order; sometimes the one before it, if that came from the marketplace, reported a second
    /// time.
    Order at(long number) {
        if (echo(number) && !echo(number - 1)) {
            Order before = original(number - 1);
            if (before.channel() == Channel.MARKETPLACE) {
                long later = 1 + Math.floorMod(echoes.bits(number), 60 * Period.SECOND);
                return before.again(number, notAfterClosing(before.recorded() + later));
            }
        }
        return original(number);
    }

    private boolean echo(long number) {
        return number > 1 && echoes.trait(number) < REPORTED_AGAIN;
    }

    private Order original(long number) {
        Dice dice = orders.dice(number);
        long placed = rhythm.instant((number - 1 + arrivals.trait(number)) / count);
        LocalDate day = Period.dayOf(placed);
        long customer = shoppers.pick(day, dice);
        Country country = customers.country(customer);
        Channel wanted = shop.channels().pick(customers.segment(customer), day, hour(placed), dice);
        Store store = wanted == Channel.STORE
                ? shop.stores().pick(country.code(), day, dice).orElse(null)
                : null;
        Channel channel = wanted == Channel.STORE && store == null ? Channel.WEB : wanted;
        long rate = shop.rates().rate(country.currency(), day);
        Promotion promotion = dice.chance(PROMOTION_NOTICED)
                ? shop.promotions().running(day, channel).orElse(null)
                : null;
        List<Line> lines = basket.fill(new Basket.Terms(country, channel, day, rate, promotion), dice);
        Fate fate = fate(channel, dice);
        if (channel == Channel.WEB && dice.chance(FAT_FINGERS)) {
            lines = List.of(fatFingered(lines.getFirst()));
            fate = Fate.CANCELLED_UNPAID;
        }
        return new Order(
                number,
                customer,
                dice.whole(1, customers.addresses(customer)),
                country,
                channel,
                store,
                day,
                placed,
                recorded(placed, day, channel, store, dice),
                lines.stream().anyMatch(line -> line.discount() > 0) ? promotion : null,
                country.currency(),
                rate,
                lines,
                shippingFee(channel, country, rate, lines),
                fate,
                channel == Channel.MARKETPLACE ? "MKT-" + HexFormat.of().toHexDigits(dice.bits(), 8) : null);
    }

    private long notAfterClosing(long instant) {
        return Math.min(instant, rhythm.period().closed());
    }

    private static int hour(long instant) {
        return (int) (Math.floorMod(instant, Period.DAY) / Period.HOUR);
    }

    private static Line fatFingered(Line line) {
        return new Line(line.no(), line.product(), FAT_FINGER_PIECES, line.price(), 0, null);
    }

    private static Fate fate(Channel channel, Dice dice) {
        if (channel == Channel.STORE) {
            return Fate.KEPT;
        }
        double luck = dice.fraction();
        return luck < CANCELLED_UNPAID
                ? Fate.CANCELLED_UNPAID
                : luck < CANCELLED_UNPAID + CANCELLED_PAID ? Fate.CANCELLED_PAID : Fate.KEPT;
    }

    private long recorded(long placed, LocalDate day, Channel channel, @Nullable Store store, Dice dice) {
        if (store != null) {
            return shop.stores().uploaded(store, day);
        }
        double seconds = channel == Channel.MARKETPLACE ? dice.between(30, 900) : dice.between(0.05, 2);
        return notAfterClosing(placed + (long) (seconds * Period.SECOND));
    }

    /// Free in stores and from a certain amount on, by the pallet at wholesale; in cents of the order's
    /// currency.
    private static long shippingFee(Channel channel, Country country, long rate, List<Line> lines) {
        long goods = lines.stream().mapToLong(Line::amount).sum();
        long euroCents = switch (channel) {
            case STORE -> 0;
            case WHOLESALE -> PALLET_FEE;
            case WEB, APP, MARKETPLACE ->
                goods * ExchangeRates.ONE >= FREE_SHIPPING_FROM * rate
                        ? 0
                        : Zone.of(country.code()).fee();
        };
        return Math.round((double) euroCents * rate / ExchangeRates.ONE);
    }
}
