/// A project's own statements over the lake: queries and everything that makes, fills, changes or drops a table or
/// a view. The lake's tables look like those of a DuckDB database; what is written to one goes to the lake.
///
/// Whoever wrote the project is trusted with the lake and with the project's folder, and with nothing else. This
/// package must never know what a model is, nor run what people ask: that is [basin.engine.Engine].
@NullMarked
package basin.engine.workspace;

import org.jspecify.annotations.NullMarked;
