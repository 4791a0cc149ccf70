/// Where a command works: the project it was pointed at, and everything that is opened for it, built by hand,
/// in order, each part when it is first asked for.
///
/// This package must never know which command asks.
@NullMarked
package basin.app.workplace;

import org.jspecify.annotations.NullMarked;
