package basin.engine.sql;

import java.util.List;

/// What the rows of a table must fulfil for a query to take an interest in them, as far as it is simple
/// enough to be told from the statistics of files. A row may fulfil it and still not count; one that does
/// not fulfil it never counts.
public sealed interface Condition {

    /// No condition: every row may count.
    static Condition none() {
        return new All(List.of());
    }

    /// Whether every row fulfils it.
    default boolean isNone() {
        return equals(none());
    }

    /// All of these.
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// At least one of these; never empty.
    record Either(List<Condition> parts) implements Condition {
        public Either {
            parts = List.copyOf(parts);
        }
    }

    /// A column compared to a value that does not depend on the row. Where either is null, the row does not
    /// count.
    ///
    /// @param column the column's name, as it was typed
    record Comparison(String column, Operator operator, Constant value) implements Condition {}

    /// A column is null.
    record Absent(String column) implements Condition {}

    /// A column is not null.
    record Present(String column) implements Condition {}

    enum Operator {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        /// The operator that says the same with its sides exchanged.
        Operator mirrored() {
            return switch (this) {
                case EQUAL -> EQUAL;
                case LESS -> GREATER;
                case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
                case GREATER -> LESS;
                case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            };
        }
    }

    /// Rows that fulfil this or `other`.
    default Condition or(Condition other) {
        return isNone() || other.isNone() ? none() : new Either(List.of(this, other));
    }
}
