package basin.app.demo.company.sale;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money asked for, paid or given back.
///
/// @param amount cents of the order's currency, above 0 for refunds too
/// @param at microseconds since 1970 in UTC
/// @param reference the payment's number at the provider; null for cash
record Payment(
        Kind kind,
        Method method,
        Outcome outcome,
        long amount,
        long at,
        @Nullable UUID reference) {

    enum Kind {
        CHARGE,
        REFUND
    }

    enum Method {
        CARD,
        PAYPAL,
        INVOICE,
        GIFT_CARD,
        MARKETPLACE,
        CASH
    }

    enum Outcome {
        SETTLED,
        FAILED
    }

    boolean settledCharge() {
        return kind == Kind.CHARGE && outcome == Outcome.SETTLED;
    }
}
