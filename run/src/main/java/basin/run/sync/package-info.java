/// Bringing a source's streams into the lake: which tables, in which pieces, by how many readers; what was kept of an
/// interrupted load; what becomes of rows that fit nowhere.
///
/// It must never know a kind of source or a file format: it ties [basin.connect.SourceSnapshot] to
/// [basin.lake.LakeTable] and leaves both to their rooms.
@NullMarked
package basin.run.sync;

import org.jspecify.annotations.NullMarked;
