/// Reading what people ask, before anything runs: which tables a query names and as of when, which rows of
/// them its WHERE clauses can be interested in, and whether it stays within what a query may do.
///
/// The parsing is the engine's own, seen as a tree ([basin.engine.sql.Parser]); this package never guesses
/// at grammar where the tree says. It must never know a connection, a lake or a file.
@NullMarked
package basin.engine.sql;

import org.jspecify.annotations.NullMarked;
