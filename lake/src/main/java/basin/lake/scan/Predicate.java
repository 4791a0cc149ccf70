package basin.lake.scan;

import java.util.List;

/// What is known of the rows somebody is looking for, so that files without such rows are left alone. It only
/// ever leaves files out: whoever asks still filters the rows.
///
/// Constants are Boolean, Integer, Long, Float, Double, [java.math.BigDecimal], String, [java.time.LocalDate],
/// [java.time.LocalDateTime] or [java.time.Instant]; any other, and any that the column's type cannot be compared
/// with, leaves all files in. Columns are those of the table itself, spelt exactly; others leave all files in,
/// too.
public sealed interface Predicate {

    /// Any row.
    Predicate ANY = new All(List.of());

    /// How a column is compared with a constant.
    enum Operator {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /// A column compared with a constant; nulls never match.
    record Comparison(String column, Operator operator, Object constant) implements Predicate {}

    /// A column that equals one of several constants.
    record OneOf(String column, List<Object> constants) implements Predicate {
        public OneOf {
            constants = List.copyOf(constants);
        }
    }

    /// A column that has a value, or that has none.
    record IsNull(String column, boolean isNull) implements Predicate {}

    /// All of these hold.
    record All(List<Predicate> parts) implements Predicate {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// At least one of these holds; never empty.
    record Either(List<Predicate> parts) implements Predicate {
        public Either {
            parts = List.copyOf(parts);
        }
    }
}
