package basin.app.demo.company.shop;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Odds;
import java.util.List;

/// All carriers, and which of them is called for a parcel.
public final class Carriers {
    private final List<Carrier> all = Carrier.all();

    public List<Carrier> all() {
        return all;
    }

    public Carrier pick(String country, long grams, Dice dice) {
        return Odds.of(all, carrier -> carrier.takes(country, grams) ? carrier.preference() : 0)
                .pick(dice);
    }
}
