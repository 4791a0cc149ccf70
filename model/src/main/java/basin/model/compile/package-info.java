/// Turns templates into plain SQL: once while the project is read, to learn what a template refers to and
/// configures, and once when a node runs, for the text that a database is sent.
///
/// Statements that macros ask for while they run go through [basin.model.adapter.Adapter]. This package must
/// never know which database that is, in which order nodes run, or what becomes of the SQL.
@NullMarked
package basin.model.compile;

import org.jspecify.annotations.NullMarked;
