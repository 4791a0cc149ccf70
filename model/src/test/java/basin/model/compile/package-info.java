/// The compiler over projects that stand in the tests, and a DuckDB.
@NullMarked
package basin.model.compile;

import org.jspecify.annotations.NullMarked;
