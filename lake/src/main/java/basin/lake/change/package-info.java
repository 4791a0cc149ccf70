/// What changes come to: from the files of a raw table, which hold every change as it came, the rows
/// that a table of
/// newest rows has to take over, and the keys that leave it. All of it is computed in SQL, so that the
/// size of a
/// transaction does not matter.
///
/// It must never know where changes came from, and commits nothing.
@NullMarked
package basin.lake.change;

import org.jspecify.annotations.NullMarked;
