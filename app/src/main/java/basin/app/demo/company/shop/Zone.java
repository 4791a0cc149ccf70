package basin.app.demo.company.shop;

/// How far a parcel goes from the warehouse, which is in Germany.
public enum Zone {
    HOME(490),
    EUROPE(790),
    OVERSEAS(1990);

    private final long fee;

    Zone(long fee) {
        this.fee = fee;
    }

    public static Zone of(String country) {
        return switch (country) {
            case "DE" -> HOME;
            case "US", "JP", "TR" -> OVERSEAS;
            default -> EUROPE;
        };
    }

    /// What the customer pays for sending, in cents of a euro.
    public long fee() {
        return fee;
    }
}
