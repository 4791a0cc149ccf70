/// What of a project somebody means, in the words of dbt's selectors. This package must never do anything with it.
@NullMarked
package basin.run.select;

import org.jspecify.annotations.NullMarked;
