/// Rows on their way: types, schemas, and batches of values in columns.
///
/// A batch lies outside the Java heap in the layout of the Apache Arrow columnar format, so that millions of values
/// cost no Java object each and an engine that speaks the Arrow C data interface takes them over without a copy. This
/// package must never know where rows come from or go to.
@NullMarked
package basin.core.rows;

import org.jspecify.annotations.NullMarked;
