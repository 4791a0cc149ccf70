/// Following a source: its changes, cut by cut, into the lake, each exactly once, in memory that is
/// bounded whatever a
/// transaction holds; what becomes of a stream that changes its columns, or cannot be followed any
/// further.
///
/// It must never know a kind of source or how tables are stored: it ties
/// [basin.connect.change.ChangeReader] to
/// [basin.lake.Replica] and leaves both to their rooms.
@NullMarked
package basin.run.replicate;

import org.jspecify.annotations.NullMarked;
