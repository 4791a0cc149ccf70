/// Files on this machine's disk, as far as every room meets them: what it means when the operating system refuses.
///
/// This package must never know what a file is for.
@NullMarked
package basin.core.file;

import org.jspecify.annotations.NullMarked;
