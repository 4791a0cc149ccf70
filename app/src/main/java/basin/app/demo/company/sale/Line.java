package basin.app.demo.company.sale;

import basin.app.demo.company.goods.Product;
import org.jspecify.annotations.Nullable;

/// One product of an order. Amounts are in cents of the order's currency.
///
/// @param no from 1 within the order
/// @param price of one
/// @param discount on all of them together
/// @param engraving what is to be written on it; null for nearly all
record Line(
        int no,
        Product product,
        int quantity,
        long price,
        long discount,
        @Nullable String engraving) {

    long amount() {
        return quantity * price - discount;
    }

    long grams() {
        return (long) quantity * product.grams();
    }
}
