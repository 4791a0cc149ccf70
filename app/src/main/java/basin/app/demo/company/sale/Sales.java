package basin.app.demo.company.sale;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.goods.Catalogue;
import basin.app.demo.company.shop.Carriers;
import basin.app.demo.company.time.Period;
import java.util.ArrayList;
import java.util.List;

/// All sales by the number of their order. A sale is worked out again whenever it is asked for; nothing is
/// kept.
public final class Sales {
    private final Period period;
    private final Orders orders;
    private final Cashier cashier;
    private final Warehouse warehouse;
    private final ReturnsDesk returnsDesk;
    private final Seed endings;

    public Sales(Period period, Orders orders, Carriers carriers, Catalogue catalogue, Seed seed) {
        this.period = period;
        this.orders = orders;
        this.cashier = new Cashier(seed);
        this.warehouse = new Warehouse(period, carriers, seed);
        this.returnsDesk = new ReturnsDesk(period, catalogue, seed);
        this.endings = seed.of("endings");
    }

    /// How many orders there are, numbered from 1.
    public long count() {
        return orders.count();
    }

    Sale at(long number) {
        Order order = orders.at(number);
        List<Payment> charges = cashier.charges(order);
        return order.fate() == Fate.KEPT ? kept(order, charges) : cancelled(order, charges);
    }

    private Sale kept(Order order, List<Payment> charges) {
        List<Shipment> shipments = warehouse.send(order, charges.getLast().at());
        Sale sent = new Sale(order, warehouse.parts(order), happened(charges), shipments, List.of(), null);
        List<Payment> payments = new ArrayList<>(charges);
        List<Return> returns = new ArrayList<>(0);
        for (Line line : order.lines()) {
            Handover handover = sent.handover(line);
            Return sentBack = handover == null ? null : returnsDesk.of(order, line, handover);
            if (sentBack != null) {
                returns.add(sentBack);
                refund(order, sentBack, payments);
            }
        }
        return returns.isEmpty() ? sent : sent.with(returns, happened(payments));
    }

    private void refund(Order order, Return sentBack, List<Payment> payments) {
        Long refund = sentBack.refund();
        Long refunded = sentBack.refunded();
        if (refund != null && refunded != null && refund > 0) {
            Dice dice = endings.dice(order.id() * 32 + sentBack.line().no());
            payments.add(cashier.refund(payments, refund, refunded, dice));
        }
    }

    private Sale cancelled(Order order, List<Payment> charges) {
        Dice dice = endings.dice(order.id());
        long last = charges.isEmpty() ? order.recorded() : charges.getLast().at();
        long cancelled = last + (long) (dice.between(0.5, 30) * Period.HOUR);
        List<Payment> payments = new ArrayList<>(charges);
        if (order.fate() == Fate.CANCELLED_PAID) {
            payments.add(cashier.refund(charges, order.total(), cancelled, dice));
        }
        Long known = cancelled <= period.closed() ? (Long) cancelled : null;
        return new Sale(order, warehouse.parts(order), happened(payments), List.of(), List.of(), known);
    }

    private List<Payment> happened(List<Payment> payments) {
        return payments.stream()
                .filter(payment -> payment.at() <= period.closed())
                .toList();
    }
}
