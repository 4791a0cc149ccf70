/// The columnar engine inside the process: DuckDB behind one door that holds its memory budget, its threads and its
/// temporary folder. Rows go in as columns, without an object per value; Parquet files and columns come out.
///
/// It must never know what a row means: no table format, no source, no catalog, no person.
@NullMarked
package basin.duck;

import org.jspecify.annotations.NullMarked;
