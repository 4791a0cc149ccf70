/// Who may write: one process at a time owns the writing and the upkeep of a project's tables.
@NullMarked
package basin.run.owner;

import org.jspecify.annotations.NullMarked;
