package basin.engine.sql;

import basin.core.problem.Place;
import java.util.Optional;

/// A place in a query where a table is named.
///
/// @param database  as it was typed; empty where none was given
/// @param schema    as it was typed; empty where no schema was given
/// @param name      as it was typed
/// @param asOf      empty for the table as it is now
/// @param condition which of its rows can count at this place
/// @param place     where it stands in the statement
public record TableReference(
        String database,
        String schema,
        String name,
        Optional<TimeTravel> asOf,
        Condition condition,
        Place place,
        Extent extent) {

    /// Where in the text the reference is.
    ///
    /// @param start     the first byte of its name
    /// @param nameEnd   the byte behind its name
    /// @param asOfStart the first byte of its AT clause
    /// @param asOfEnd   the byte behind its AT clause; equal to `asOfStart` where there is none
    public record Extent(int start, int nameEnd, int asOfStart, int asOfEnd) {}

    /// As people write it.
    public String typed() {
        return (database.isEmpty() ? "" : database + ".") + (schema.isEmpty() ? "" : schema + ".") + name;
    }
}
