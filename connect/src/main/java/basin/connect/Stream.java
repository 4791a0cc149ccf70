package basin.connect;

import basin.core.rows.Schema;
import basin.core.stream.TableName;

/// Rows of one kind that a source offers: a table, mostly.
///
/// @param name unique within the source, the same in every discovery: what its table in the lake is called
/// @param origin what the source itself calls it
/// @param schema its columns; each field's doc holds the source's comment and its type there
/// @param doc the source's comment on it; may be empty
/// @param mode what a later load holds
/// @param rows about how many rows there are, for people; -1 if the source does not know
/// @param bytes about how large they are in the source; -1 if the source does not know
public record Stream(String name, TableName origin, Schema schema, String doc, Mode mode, long rows, long bytes) {

    /// What a load holds that continues from the position of an earlier one.
    public enum Mode {
        /// All rows again: they take the place of those that are there.
        FULL,
        /// Rows that are new or changed since: they replace rows with the same primary key, which such a stream
        /// always has. A row may come again unchanged. Rows that the source deleted are not heard of.
        INCREMENTAL,
        /// Nothing: it is loaded in full once, and from there on its changes are heard of, deletes
        /// included. See [basin.connect.change].
        FOLLOWED
    }
}
