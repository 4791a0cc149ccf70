/// The only class of Arrow's Java library that DuckDB's driver looks up when it is handed an Arrow C stream.
///
/// The stream itself is made in [basin.duck.arrow]; the library, with its own allocator and its own buffers, is not
/// used.
@NullMarked
package org.apache.arrow.c;

import org.jspecify.annotations.NullMarked;
