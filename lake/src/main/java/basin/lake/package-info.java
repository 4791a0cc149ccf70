/// The tables: an Iceberg catalog, the landing of rows with their position in one snapshot, current tables that
/// changes are merged into, time travel and upkeep. It is the only writer of the tables it owns.
///
/// It must never know where rows came from, which model made them or who may see them.
@NullMarked
package basin.lake;

import org.jspecify.annotations.NullMarked;
