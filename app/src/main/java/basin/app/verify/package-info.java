/// A source compared with the lake: how that looks while it runs, and when it has ended. This package must never look
/// at rows itself.
@NullMarked
package basin.app.verify;

import org.jspecify.annotations.NullMarked;
