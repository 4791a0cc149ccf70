package basin.app.demo.company.shop;

import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;

public record StoresTable(Stores stores) implements Table {

    @Override
    public String name() {
        return "stores";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id", "code", "name", "country", "city", "area_sqm", "opens_at", "closes_at", "opened_on", "closed_on");
    }

    @Override
    public long expectedRows() {
        return stores.all().size();
    }

    @Override
    public void write(CopyText out) throws IOException {
        for (Store store : stores.all()) {
            out.whole(store.id())
                    .text(store.code())
                    .text(store.name())
                    .text(store.country())
                    .text(store.city())
                    .whole(store.area())
                    .text(store.opens().toString())
                    .text(store.closes().toString())
                    .date(store.opened())
                    .date(store.closed())
                    .end();
        }
    }
}
