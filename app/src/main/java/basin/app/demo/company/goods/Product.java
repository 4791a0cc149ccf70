package basin.app.demo.company.goods;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article that can be ordered.
///
/// @param cost of making one, in cents of a euro
/// @param discontinued the first day on which it was no longer sold, null while it is
/// @param popularity how much it is wanted, beside the other products
/// @param faulty share of the units of the faulty batch that come back; 0 where there never was one
/// @param prices oldest first, the last one still holding
public record Product(
        int id,
        String sku,
        Category category,
        String name,
        String variant,
        long cost,
        int grams,
        boolean connected,
        LocalDate launched,
        @Nullable LocalDate discontinued,
        double popularity,
        double faulty,
        List<Price> prices) {

    public boolean sold(LocalDate day) {
        return !day.isBefore(launched) && (discontinued == null || day.isBefore(discontinued));
    }

    /// Cents of a euro for one, on a day when the product is sold.
    public long price(LocalDate day) {
        for (int i = prices.size() - 1; i > 0; i--) {
            if (prices.get(i).holds(day)) {
                return prices.get(i).cents();
            }
        }
        return prices.getFirst().cents();
    }

    public long currentPrice() {
        return prices.getLast().cents();
    }
}
