/// Postgres as a source: its settings, and the way from them to a snapshot.
@NullMarked
package basin.connect.postgres;

import org.jspecify.annotations.NullMarked;
