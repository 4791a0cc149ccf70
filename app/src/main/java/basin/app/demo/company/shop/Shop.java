package basin.app.demo.company.shop;

import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.time.Period;

/// All that an order finds in place.
public record Shop(Channels channels, Stores stores, Promotions promotions, ExchangeRates rates, Carriers carriers) {

    public static Shop of(Period period, Seed seed) {
        return new Shop(
                new Channels(period),
                new Stores(period, seed),
                new Promotions(period),
                new ExchangeRates(period, seed),
                new Carriers());
    }
}
