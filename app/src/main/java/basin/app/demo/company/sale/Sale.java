package basin.app.demo.company.sale;

import basin.app.demo.company.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order and all that came of it before the books were closed.
///
/// @param parts in how many parts it is to be sent, 0 where it was taken home
/// @param payments oldest first within charges, then refunds
/// @param cancelled microseconds since 1970 in UTC; null for nearly all
record Sale(
        Order order,
        int parts,
        List<Payment> payments,
        List<Shipment> shipments,
        List<Return> returns,
        @Nullable Long cancelled) {

    enum Status {
        PLACED,
        PAID,
        SHIPPED,
        DELIVERED,
        CANCELLED
    }

    /// When and whether a line came into the customer's hands: null while it has not.
    @Nullable
    Handover handover(Line line) {
        if (cancelled != null) {
            return null;
        }
        if (parts == 0) {
            return new Handover(order.placed(), false);
        }
        int part = Warehouse.part(line, parts);
        Shipment shipment = shipments.size() < part ? null : shipments.get(part - 1);
        Long delivered = shipment == null ? null : shipment.delivered();
        return shipment == null || delivered == null
                ? null
                : new Handover(delivered, Period.dayOf(delivered).isAfter(shipment.promised()));
    }

    /// The same sale after goods were sent back.
    Sale with(List<Return> sentBack, List<Payment> withRefunds) {
        return new Sale(order, parts, withRefunds, shipments, sentBack, cancelled);
    }

    Status status() {
        if (cancelled != null) {
            return Status.CANCELLED;
        }
        if (payments.stream().noneMatch(Payment::settledCharge)) {
            return Status.PLACED;
        }
        if (parts == 0
                || shipments.stream().filter(part -> part.delivered() != null).count() == parts) {
            return Status.DELIVERED;
        }
        return shipments.isEmpty() ? Status.PAID : Status.SHIPPED;
    }

    /// When the order's own row last changed, in microseconds since 1970 in UTC. A return doesn't change it.
    long updated() {
        long updated = order.recorded();
        for (Payment payment : payments) {
            updated = payment.settledCharge() ? Math.max(updated, payment.at()) : updated;
        }
        for (Shipment shipment : shipments) {
            Long delivered = shipment.delivered();
            updated = Math.max(updated, delivered == null ? shipment.shipped() : delivered);
        }
        return cancelled == null ? updated : Math.max(updated, cancelled);
    }
}
