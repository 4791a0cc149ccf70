package basin.app.demo.company.sale;

import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Json;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;

public record OrderLinesTable(Sales sales) implements Table {

    @Override
    public String name() {
        return "order_lines";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "order_id",
                "line_no",
                "product_id",
                "quantity",
                "unit_price",
                "discount",
                "shipment_part",
                "personalisation");
    }

    @Override
    public long expectedRows() {
        return Math.round(sales.count() * 2.43);
    }

    @Override
    public void write(CopyText out) throws IOException {
        for (long number = 1; number <= sales.count(); number++) {
            Sale sale = sales.at(number);
            for (Line line : sale.order().lines()) {
                write(number, line, sale.parts(), out);
            }
        }
    }

    private static void write(long order, Line line, int parts, CopyText out) throws IOException {
        out.whole(order)
                .whole(line.no())
                .whole(line.product().id())
                .whole(line.quantity())
                .money(line.price())
                .money(line.discount());
        if (parts == 0) {
            out.nothing();
        } else {
            out.whole(Warehouse.part(line, parts));
        }
        if (line.engraving() == null) {
            out.nothing();
        } else {
            out.json(new Json()
                    .put("engraving", line.engraving())
                    .put("characters", line.engraving().length()));
        }
        out.end();
    }
}
