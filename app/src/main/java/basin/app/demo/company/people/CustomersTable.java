package basin.app.demo.company.people;

import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Json;
import basin.app.demo.company.table.Table;
import basin.app.demo.company.time.Period;
import java.io.IOException;
import java.util.List;

public record CustomersTable(Customers customers, Period period, Seed seed) implements Table {

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "public_id",
                "segment",
                "company",
                "given_name",
                "family_name",
                "email",
                "phone",
                "born_on",
                "country",
                "language",
                "consent",
                "tags",
                "preferences",
                "created_at",
                "updated_at",
                "erased_at");
    }

    @Override
    public long expectedRows() {
        return customers.count();
    }

    @Override
    public void write(CopyText out) throws IOException {
        CardIndex cards = new CardIndex(customers, period, seed);
        for (long id = 1; id <= customers.count(); id++) {
            write(cards.of(id), out);
        }
    }

    private static void write(Customer customer, CopyText out) throws IOException {
        out.whole(customer.id())
                .uuid(customer.publicId())
                .label(customer.segment())
                .text(customer.company())
                .text(customer.givenName())
                .text(customer.familyName())
                .text(customer.email())
                .text(customer.phone())
                .date(customer.born())
                .text(customer.country().code())
                .text(customer.country().language());
        Boolean consent = customer.consent();
        if (consent == null) {
            out.nothing();
        } else {
            out.truth(consent);
        }
        out.list(customer.tags())
                .json(new Json().put("dark_mode", customer.darkMode()).put("interests", customer.wishes()))
                .instant(customer.created())
                .instant(customer.updated())
                .instant(customer.erased())
                .end();
    }
}
