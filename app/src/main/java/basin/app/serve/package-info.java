/// The process that stays: what it follows, what it says meanwhile, and how it ends. What happens to
/// the data is decided
/// in the rooms below; this package only keeps it going.
@NullMarked
package basin.app.serve;

import org.jspecify.annotations.NullMarked;
