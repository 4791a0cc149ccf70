package basin.engine.sql;

/// As of when a query wants to see a table: `AT (VERSION => ...)` or `AT (TIMESTAMP => ...)`.
///
/// @param unit  what `value` names
/// @param value a constant
public record TimeTravel(Unit unit, Constant value) {

    public enum Unit {
        /// One of the table's snapshots, by its number or by a tag.
        VERSION,
        /// What was current at a point in time.
        TIMESTAMP
    }
}
