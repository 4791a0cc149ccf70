/// Reading tables as they stood in one instant: a snapshot that many connections share, tables cut by their pages,
/// binary COPY decoded into columns, and the proof that what was read earlier still holds.
@NullMarked
package basin.connect.postgres.snapshot;

import org.jspecify.annotations.NullMarked;
