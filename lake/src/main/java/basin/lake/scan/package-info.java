/// Tables as the local columnar engine reads them: which files, which columns under which ids, which rows are
/// deleted.
///
/// A scan is planned from table metadata alone. This package must never run the query it is part of.
@NullMarked
package basin.lake.scan;

import org.jspecify.annotations.NullMarked;
