/// Benchmarks: what Basin promises about speed and memory, measured against the bare work it cannot do
/// without and against other tools, in one run on one machine, and printed as ratios.
///
/// Basin runs as its users run it, as a process of its own; this package must never reach into its rooms.
@NullMarked
package basin.bench;

import org.jspecify.annotations.NullMarked;
