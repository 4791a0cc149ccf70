/// The proof that the lake holds what a source holds: both sides compute sums over their rows where these lie, as
/// [basin.connect.digest] defines them, and only where sums differ are rows looked at.
///
/// It must never read a source's rows the way a load reads them, nor change anything.
@NullMarked
package basin.run.verify;

import org.jspecify.annotations.NullMarked;
