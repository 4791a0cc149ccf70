/// How the values of Postgres travel: which type of the lake a column gets, what is selected for it, and how the
/// binary form that the server sends becomes a value in a column.
///
/// [basin.connect.postgres.types.TypeTable] is the table of all of it. This package must never open a connection.
@NullMarked
package basin.connect.postgres.types;

import org.jspecify.annotations.NullMarked;
