/// Which columns of tables the columns of a query come from, and which only decide on what is in them.
///
/// The tree is DuckDB's; what names in it mean is found here, as DuckDB finds it. What is not understood is called
/// unknown, and never guessed. This package must never know a connection or a lake: it asks a
/// [basin.engine.lineage.Catalog].
@NullMarked
package basin.engine.lineage;

import org.jspecify.annotations.NullMarked;
