package basin.connect.postgres.types;

/// A value that is right in Postgres and has no place in the type its column has in the lake.
///
/// Without a stack trace: it is an answer, and there may be many.
public final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String value;
    private final String remedy;

    /// @param value the value, or a short description of it
    /// @param reason continues "the value": `is not a number`
    /// @param remedy what loads it all the same
    Unfit(String value, String reason, String remedy) {
        super(reason, null, false, false);
        this.value = value;
        this.remedy = remedy;
    }

    public String value() {
        return value;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
