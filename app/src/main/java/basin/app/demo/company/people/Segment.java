package basin.app.demo.company.people;

/// Who a customer buys for.
public enum Segment {
    CONSUMER,
    BUSINESS
}
