package basin.app.demo.company.sale;

import org.jspecify.annotations.Nullable;

/// Goods that a customer sends back. Instants are microseconds since 1970 in UTC.
///
/// @param comment null where the customer wrote none
/// @param received null while the goods are on their way, or never sent
/// @param refunded when the refund was decided, null before; `refund` in cents of the order's currency, 0 where
///     refused
record Return(
        Line line,
        int quantity,
        Reason reason,
        @Nullable String comment,
        long requested,
        @Nullable Long received,
        @Nullable Long refunded,
        @Nullable Long refund) {

    enum Reason {
        CHANGED_MIND,
        WRONG_SIZE,
        NOT_AS_DESCRIBED,
        DAMAGED,
        DEFECTIVE,
        TOO_LATE
    }
}
