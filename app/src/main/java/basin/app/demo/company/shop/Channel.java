package basin.app.demo.company.shop;

/// How an order reaches the company.
public enum Channel {
    WEB,
    APP,
    STORE,
    MARKETPLACE,
    WHOLESALE
}
