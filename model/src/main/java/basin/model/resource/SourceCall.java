package basin.model.resource;

import basin.core.problem.Place;

/// A call of `source()`.
///
/// @param source the source's name
/// @param table the table's name in it
/// @param place where the call is
public record SourceCall(String source, String table, Place.InFile place) {

    /// As it is written: `source('shop', 'orders')`.
    @Override
    public String toString() {
        return "source('" + source + "', '" + table + "')";
    }
}
