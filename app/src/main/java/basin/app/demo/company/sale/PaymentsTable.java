package basin.app.demo.company.sale;

import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;

public record PaymentsTable(Sales sales) implements Table {

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "order_id", "kind", "method", "outcome", "amount", "currency", "paid_at", "provider_ref");
    }

    @Override
    public long expectedRows() {
        return Math.round(sales.count() * 1.17);
    }

    @Override
    public void write(CopyText out) throws IOException {
        long id = 0;
        for (long number = 1; number <= sales.count(); number++) {
            Sale sale = sales.at(number);
            for (Payment payment : sale.payments()) {
                write(++id, sale.order(), payment, out);
            }
        }
    }

    private static void write(long id, Order order, Payment payment, CopyText out) throws IOException {
        out.whole(id)
                .whole(order.id())
                .label(payment.kind())
                .label(payment.method())
                .label(payment.outcome())
                .money(payment.amount())
                .text(order.currency())
                .instant(payment.at());
        if (payment.reference() == null) {
            out.nothing();
        } else {
            out.uuid(payment.reference());
        }
        out.end();
    }
}
