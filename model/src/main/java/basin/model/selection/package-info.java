/// Which resources of a graph are meant: dbt's node selection syntax, `selectors.yml`, and what was different in an
/// earlier state of the project.
///
/// It must never know what will be done with what is selected.
@NullMarked
package basin.model.selection;

import org.jspecify.annotations.NullMarked;
