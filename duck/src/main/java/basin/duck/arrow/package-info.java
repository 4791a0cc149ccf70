/// Rows over the Arrow C data interface: batches lent to DuckDB where they lie, and batches copied out of its
/// results.
///
/// The structures, their life cycle and the type format strings follow
/// [the specification](https://arrow.apache.org/docs/format/CDataInterface.html) and its
/// [stream interface](https://arrow.apache.org/docs/format/CStreamInterface.html). This package must never know
/// SQL, files or connections: it only moves batches across the border between Java and C.
@NullMarked
package basin.duck.arrow;

import org.jspecify.annotations.NullMarked;
