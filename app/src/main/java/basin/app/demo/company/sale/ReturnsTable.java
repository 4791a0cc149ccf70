package basin.app.demo.company.sale;

import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;

public record ReturnsTable(Sales sales) implements Table {

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "order_id",
                "line_no",
                "quantity",
                "reason",
                "comment",
                "requested_at",
                "received_at",
                "refunded_at",
                "refund_amount");
    }

    @Override
    public long expectedRows() {
        return Math.round(sales.count() * 0.15);
    }

    @Override
    public void write(CopyText out) throws IOException {
        long id = 0;
        for (long number = 1; number <= sales.count(); number++) {
            for (Return sentBack : sales.at(number).returns()) {
                write(++id, number, sentBack, out);
            }
        }
    }

    private static void write(long id, long order, Return sentBack, CopyText out) throws IOException {
        out.whole(id)
                .whole(order)
                .whole(sentBack.line().no())
                .whole(sentBack.quantity())
                .label(sentBack.reason())
                .text(sentBack.comment())
                .instant(sentBack.requested())
                .instant(sentBack.received())
                .instant(sentBack.refunded());
        if (sentBack.refund() == null) {
            out.nothing();
        } else {
            out.money(sentBack.refund());
        }
        out.end();
    }
}
