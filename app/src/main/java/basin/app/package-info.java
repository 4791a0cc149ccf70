/// The beginning: main builds every object by hand, in order, and hands it what it needs; the command line
/// asks, and shows what comes back.
///
/// It must never decide: whatever a command does beyond reading arguments and showing results belongs into a
/// room. No room may know this one.
@NullMarked
package basin.app;

import org.jspecify.annotations.NullMarked;
