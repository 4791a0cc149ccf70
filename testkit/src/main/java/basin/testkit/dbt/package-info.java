/// dbt projects of any size, for what has to be measured on large ones.
///
/// It must never know what reads them.
@NullMarked
package basin.testkit.dbt;

import org.jspecify.annotations.NullMarked;
