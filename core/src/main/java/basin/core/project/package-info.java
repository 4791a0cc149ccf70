/// A project: a git folder that says what flows in and where the lake is.
///
/// `basin.yml` and `sources/*.yml` are read here, with every mistake reported at once. What kinds of sources there
/// are is told by the caller as a list of [basin.core.project.SourceType], so this package must never know a
/// connector. It only reads: it never writes into the project folder and never opens a connection.
@NullMarked
package basin.core.project;

import org.jspecify.annotations.NullMarked;
