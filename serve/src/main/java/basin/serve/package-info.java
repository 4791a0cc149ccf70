/// The doors that people and tools come in by, and the one gate behind all of them that knows the grants: SQL clients,
/// other engines, programs, the console.
///
/// A door must never hold an engine or a lake: it holds the gate, and what the gate refuses there is no way around.
@NullMarked
package basin.serve;

import org.jspecify.annotations.NullMarked;
