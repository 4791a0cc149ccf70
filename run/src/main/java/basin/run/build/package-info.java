/// Runs a dbt project against the lake: which of its nodes, in which order, and what became of each.
///
/// A [BuildPlan] is made from the project's graph and a selection; [Build] runs it. Each node runs in a session of the
/// [basin.engine.workspace.Workspace], which is also what its macros see as their database. This package must never
/// know how it was asked, nor show anything to anybody: that is for its [BuildListener].
@NullMarked
package basin.run.build;

import org.jspecify.annotations.NullMarked;
