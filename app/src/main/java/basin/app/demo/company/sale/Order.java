package basin.app.demo.company.sale;

import basin.app.demo.company.people.Country;
import basin.app.demo.company.shop.Channel;
import basin.app.demo.company.shop.Promotion;
import basin.app.demo.company.shop.Store;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer ordered. Instants are microseconds since 1970 in UTC, amounts cents of the order's currency.
///
/// @param address number of the address of the customer to send to
/// @param store null but in the store channel
/// @param placed when the customer ordered, `recorded` when head office came to know
/// @param promotion null where none brought a discount
/// @param rate units of the currency for a euro, in the unit of [basin.app.demo.company.shop.ExchangeRates#ONE]
/// @param reference the order's number at the marketplace; null in other channels
record Order(
        long id,
        long customer,
        int address,
        Country country,
        Channel channel,
        @Nullable Store store,
        LocalDate day,
        long placed,
        long recorded,
        @Nullable Promotion promotion,
        String currency,
        long rate,
        List<Line> lines,
        long shippingFee,
        Fate fate,
        @Nullable String reference) {

    long goods() {
        long sum = 0;
        for (Line line : lines) {
            sum += line.amount();
        }
        return sum;
    }

    long total() {
        return goods() + shippingFee;
    }

    /// This order as the marketplace reported it once more.
    Order again(long newId, long newRecorded) {
        return new Order(
                newId,
                customer,
                address,
                country,
                channel,
                store,
                day,
                placed,
                newRecorded,
                promotion,
                currency,
                rate,
                lines,
                shippingFee,
                Fate.CANCELLED_UNPAID,
                reference);
    }
}
