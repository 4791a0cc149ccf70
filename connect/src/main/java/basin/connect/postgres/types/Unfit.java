package basin.connect.postgres.types;

/// A value that is right in Postgres and has no place in the type its column has in the lake.
///
/// Without a stack trace: it is an answer, and there may be many.
public final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String value;
    private final String text;
    private final String remedy;

    /// @param value the value, or a short description of it
    /// @param reason continues "the value": `is not a number`
    /// @param remedy what loads it all the same
    Unfit(String value, String reason, String remedy) {
        this(value, value, reason, remedy);
    }

    /// @param value a short description of the value
    /// @param text the value itself, as Postgres would write it out
    /// @param reason continues "the value": `is not a number`
    /// @param remedy what loads it all the same
    Unfit(String value, String text, String reason, String remedy) {
        super(reason, null, false, false);
        this.value = value;
        this.text = text;
        this.remedy = remedy;
    }

    public String value() {
        return value;
    }

    /// The value itself, to be kept.
    public String text() {
        return text;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }

    /// The same fault in a value that has this one as a part.
    ///
    /// @param whole that value, as Postgres would write it out
    Unfit within(String whole) {
        return new Unfit(value, whole, reason(), remedy);
    }
}
