/// Shared libraries that come in jars, as files that the system can load. This package must never load one.
@NullMarked
package basin.duck.library;

import org.jspecify.annotations.NullMarked;
