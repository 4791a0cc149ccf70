package basin.app.demo.company.sale;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.shop.Channel;
import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Json;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;

public record OrdersTable(Sales sales, Seed seed) implements Table {
    private static final double NOTED = 0.04;
    private static final double OVER_IPV6 = 0.4;
    private static final List<String> SOURCES = List.of("direct", "search", "newsletter", "social", "comparison");

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "customer_id",
                "address_no",
                "channel",
                "store_id",
                "status",
                "placed_at",
                "recorded_at",
                "updated_at",
                "cancelled_at",
                "promotion_code",
                "currency",
                "exchange_rate",
                "goods",
                "shipping_fee",
                "external_ref",
                "client_ip",
                "attribution",
                "note");
    }

    @Override
    public long expectedRows() {
        return sales.count();
    }

    @Override
    public void write(CopyText out) throws IOException {
        Phrases phrases = new Phrases();
        Seed circumstances = seed.of("circumstances");
        for (long number = 1; number <= sales.count(); number++) {
            Sale sale = sales.at(number);
            write(sale, out);
            circumstances(sale.order(), phrases, circumstances.dice(number), out);
            out.end();
        }
    }

    private static void write(Sale sale, CopyText out) {
        Order order = sale.order();
        out.whole(order.id()).whole(order.customer()).whole(order.address()).label(order.channel());
        if (order.store() == null) {
            out.nothing();
        } else {
            out.whole(order.store().id());
        }
        out.label(sale.status())
                .instant(order.placed())
                .instant(order.recorded())
                .instant(sale.updated())
                .instant(sale.cancelled())
                .text(order.promotion() == null ? null : order.promotion().code())
                .text(order.currency())
                .decimal(order.rate(), 6)
                .money(order.goods())
                .money(order.shippingFee())
                .text(order.reference());
    }

    /// How the order came in over the network, if it did, and what was written under it.
    private static void circumstances(Order order, Phrases phrases, Dice dice, CopyText out) {
        if (order.channel() == Channel.WEB || order.channel() == Channel.APP) {
            out.text(address(dice)).json(attribution(order, dice));
        } else {
            out.nothing().nothing();
        }
        boolean noted = dice.chance(NOTED) && order.channel() != Channel.STORE;
        out.text(noted ? phrases.pick("note", order.country().language(), dice) : null);
    }

    /// An address from the ranges kept free for documentation (RFC 5737, RFC 3849).
    private static String address(Dice dice) {
        return dice.chance(OVER_IPV6)
                ? "2001:db8:" + Integer.toHexString(dice.whole(1, 0xFFFF)) + "::" + dice.whole(1, 9)
                : "203.0.113." + dice.whole(1, 254);
    }

    private static Json attribution(Order order, Dice dice) {
        Json attribution = new Json().put("source", dice.pick(SOURCES));
        if (order.promotion() != null) {
            attribution.put("campaign", order.promotion().code());
        }
        boolean phone = order.channel() == Channel.APP || dice.chance(0.45);
        return attribution.put(
                "device", new Json().put("kind", phone ? "phone" : "desktop").put("visits", 1 + dice.streak(0.6, 30)));
    }
}
