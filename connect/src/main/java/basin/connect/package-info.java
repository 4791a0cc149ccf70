/// Doors to outside systems, one package each: sources that rows flow in from, targets that they flow out to. A new
/// one is a package here and a line in one list.
///
/// It must never know the lake or the models: what it reads it hands on in the words of core, and it is told where
/// to begin.
@NullMarked
package basin.connect;

import org.jspecify.annotations.NullMarked;
