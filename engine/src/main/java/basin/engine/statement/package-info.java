/// Reading a project's own statements: what each of them does to which relation, and which parts of its
/// text say so.
///
/// DuckDB gives no tree of anything but queries, so the outline of the others is read here, from their
/// words. What stands inside of the parts is left to DuckDB. This package must never know a connection
/// or a lake.
@NullMarked
package basin.engine.statement;

import org.jspecify.annotations.NullMarked;
