package basin.app.demo.company.people;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where each customer has parcels sent; a postcode is missing here and there, in each of the ways there are to
/// miss one.
public record AddressesTable(Customers customers, Seed seed) implements Table {

    @Override
    public String name() {
        return "addresses";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "customer_id",
                "address_no",
                "label",
                "street",
                "postcode",
                "city",
                "country",
                "latitude",
                "longitude",
                "created_at");
    }

    @Override
    public long expectedRows() {
        return Math.round(customers.count() * 1.18);
    }

    @Override
    public void write(CopyText out) throws IOException {
        for (long customer = 1; customer <= customers.count(); customer++) {
            Dice dice = seed.of("addresses").dice(customer);
            for (int no = 1; no <= customers.addresses(customer); no++) {
                write(customer, no, dice, out);
            }
        }
    }

    private void write(long customer, int no, Dice dice, CopyText out) throws IOException {
        Country country = customers.country(customer);
        City city = country.cities().pick(dice);
        out.whole(customer)
                .whole(no)
                .text(no == 1 ? "home" : dice.pick(List.of("work", "gifts", "holiday house")))
                .text(country.street(dice))
                .text(postcode(country, dice))
                .text(city.name())
                .text(country.code());
        if (dice.chance(0.08)) {
            out.nothing().nothing();
        } else {
            out.real(nearby(city.latitude(), dice)).real(nearby(city.longitude(), dice));
        }
        out.instant(customers.created(customer)).end();
    }

    private static @Nullable String postcode(Country country, Dice dice) {
        String postcode = country.postcode(dice);
        double luck = dice.fraction();
        return luck < 0.030 ? null : luck < 0.036 ? "" : luck < 0.040 ? "unknown" : postcode;
    }

    /// A coordinate some kilometres off, to the accuracy of a geocoder.
    private static double nearby(double coordinate, Dice dice) {
        return Math.round((coordinate + dice.between(-0.08, 0.08)) * 1e5) / 1e5;
    }
}
