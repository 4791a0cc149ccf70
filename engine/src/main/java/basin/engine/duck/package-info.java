/// The engine inside this process: DuckDB, reading the lake's Parquet files.
///
/// A query gets a connection and an empty database of its own, into which only the tables it names are put,
/// as views of the files that may hold rows it counts. What people typed runs as it stands; the views are
/// what makes it see the lake.
///
/// It must never run a statement that [basin.engine.sql] has not read.
@NullMarked
package basin.engine.duck;

import org.jspecify.annotations.NullMarked;
