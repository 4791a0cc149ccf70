/// Workspaces on DuckDB in this process.
///
/// The lake is mirrored into an attached database in memory: its tables and views are views there, made
/// when a statement first names them and made anew when the lake has moved on. Statements that only read
/// run as they stand. Those that write are taken apart: DuckDB computes the rows and writes the files,
/// the lake commits them.
@NullMarked
package basin.engine.workspace.duck;

import org.jspecify.annotations.NullMarked;
