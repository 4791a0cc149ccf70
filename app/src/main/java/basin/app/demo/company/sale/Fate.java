package basin.app.demo.company.sale;

/// How an order ends.
enum Fate {
    KEPT,
    CANCELLED_UNPAID,
    CANCELLED_PAID
}
