/// Turns the files of a project into resources: SQL files, snapshot and docs blocks, seeds, and the YAML files that
/// dbt calls properties, which describe them, declare tests on them, and hold sources, exposures, unit tests and more.
///
/// What comes out are drafts: nothing here renders the template of a model, or knows what a reference leads to.
@NullMarked
package basin.model.properties;

import org.jspecify.annotations.NullMarked;
