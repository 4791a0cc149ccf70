package basin.app.demo.company.sale;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.goods.Demand;
import basin.app.demo.company.goods.Product;
import basin.app.demo.company.people.Country;
import basin.app.demo.company.shop.Channel;
import basin.app.demo.company.shop.ExchangeRates;
import basin.app.demo.company.shop.Promotion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What goes into the lines of an order: one thing mostly, several now and then, cartons at wholesale.
record Basket(Demand demand, Phrases phrases) {
    private static final double ONE_MORE_LINE = 0.585;
    private static final int MOST_LINES = 12;
    private static final double WHOLESALE_PRICE = 0.72;
    private static final Set<String> ENGRAVED = Set.of("CL", "HA", "WE");

    /// Who buys, when and on which terms.
    ///
    /// @param promotion null where none runs or the customer doesn't know
    record Terms(
            Country country,
            Channel channel,
            LocalDate day,
            long rate,
            @Nullable Promotion promotion) {}

    /// One or more lines.
    List<Line> fill(Terms terms, Dice dice) {
        int count = 1 + dice.streak(ONE_MORE_LINE, MOST_LINES - 1) + (terms.channel() == Channel.WHOLESALE ? 2 : 0);
        List<Line> lines = new ArrayList<>(count);
        for (int no = 1; no <= count; no++) {
            lines.add(line(no, terms, dice));
        }
        return lines;
    }

    private Line line(int no, Terms terms, Dice dice) {
        Product product = demand.pick(terms.day(), dice);
        int quantity = quantity(terms.channel(), product, dice);
        long price = price(product, terms);
        Promotion promotion = terms.promotion();
        long discount =
                promotion != null && promotion.covers(product) ? quantity * price * promotion.percent() / 100 : 0;
        boolean engraved = ENGRAVED.contains(product.category().code()) && dice.chance(0.06);
        String engraving = engraved ? phrases.pick("engraving", terms.country().language(), dice) : null;
        return new Line(no, product, quantity, price, discount, engraving);
    }

    private static int quantity(Channel channel, Product product, Dice dice) {
        if (channel == Channel.WHOLESALE) {
            int cartons = 1 + dice.streak(0.5, 8);
            return 6 * cartons * (dice.chance(0.004) ? 40 : 1);
        }
        double another = product.category().code().equals("RE") ? 0.45 : 0.09;
        return 1 + dice.streak(another, 5);
    }

    private static long price(Product product, Terms terms) {
        double share = terms.channel() == Channel.WHOLESALE ? WHOLESALE_PRICE : 1;
        return Math.round(product.price(terms.day()) * share * terms.rate() / ExchangeRates.ONE);
    }
}
