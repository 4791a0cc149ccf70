/// The map of the rooms as code, and the test of it that every room inherits.
///
/// It knows rooms and libraries by name alone: it reads their class files and never links to them.
@NullMarked
package basin.testkit.architecture;

import org.jspecify.annotations.NullMarked;
