package basin.app.demo.company.goods;

import basin.app.demo.company.draw.Dice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// How the price of a product went: mostly up with everything else, now and then down to clear the shelf, and
/// always to an amount that looks smaller than it is.
final class PriceHistory {
    private PriceHistory() {}

    /// The prices without gap or overlap from the launch on, oldest first.
    static List<Price> of(long launchPrice, LocalDate launched, LocalDate last, Dice dice) {
        List<Price> prices = new ArrayList<>();
        LocalDate from = launched;
        long cents = launchPrice;
        LocalDate next = from.plusDays(dice.whole(150, 420));
        while (!next.isAfter(last)) {
            prices.add(new Price(from, next.minusDays(1), cents));
            from = next;
            cents = charming(cents * (dice.chance(0.22) ? dice.between(0.82, 0.94) : dice.between(1.02, 1.08)));
            next = from.plusDays(dice.whole(150, 420));
        }
        prices.add(new Price(from, null, cents));
        return List.copyOf(prices);
    }

    /// The nearest amount that ends in 90 cents, or in whole euros from a hundred on.
    private static long charming(double cents) {
        long euros = Math.max(1, Math.round(cents / 100));
        return euros >= 100 ? euros * 100 : euros * 100 - 10;
    }
}
