package basin.app.demo.company.shop;

import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;

public record CarriersTable(Carriers carriers) implements Table {

    @Override
    public String name() {
        return "carriers";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "code", "name", "heaviest_kg");
    }

    @Override
    public long expectedRows() {
        return carriers.all().size();
    }

    @Override
    public void write(CopyText out) throws IOException {
        for (Carrier carrier : carriers.all()) {
            out.whole(carrier.id())
                    .text(carrier.code())
                    .text(carrier.name())
                    .decimal(carrier.heaviest(), 3)
                    .end();
        }
    }
}
