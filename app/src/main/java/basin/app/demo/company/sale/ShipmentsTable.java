package basin.app.demo.company.sale;

import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;

public record ShipmentsTable(Sales sales) implements Table {

    @Override
    public String name() {
        return "shipments";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "order_id",
                "part",
                "carrier_id",
                "tracking_no",
                "weight_kg",
                "shipped_at",
                "promised_on",
                "delivered_at");
    }

    @Override
    public long expectedRows() {
        return Math.round(sales.count() * 0.92);
    }

    @Override
    public void write(CopyText out) throws IOException {
        long id = 0;
        for (long number = 1; number <= sales.count(); number++) {
            for (Shipment shipment : sales.at(number).shipments()) {
                out.whole(++id)
                        .whole(number)
                        .whole(shipment.part())
                        .whole(shipment.carrier().id())
                        .text(shipment.tracking())
                        .decimal(shipment.grams(), 3)
                        .instant(shipment.shipped())
                        .date(shipment.promised())
                        .instant(shipment.delivered())
                        .end();
            }
        }
    }
}
