/// A new project: a folder of commented files to begin with.
///
/// This package must never know the command line.
@NullMarked
package basin.app.init;

import org.jspecify.annotations.NullMarked;
