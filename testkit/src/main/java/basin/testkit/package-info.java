/// What tests stand on: real servers that a test starts on a free port and stops again, and the rules that keep every
/// room in its place.
///
/// It must never depend on a room of Basin, so that every room, the words among them, can use it in its tests; and
/// nothing that ships may depend on it.
@NullMarked
package basin.testkit;

import org.jspecify.annotations.NullMarked;
