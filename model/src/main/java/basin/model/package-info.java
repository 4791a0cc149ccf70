/// A dbt project, read as it is, turned into plain SQL and the graph of what depends on what.
///
/// It must never run anything: it knows no engine, no lake and no source, so that compiling a project needs none of
/// them.
@NullMarked
package basin.model;

import org.jspecify.annotations.NullMarked;
