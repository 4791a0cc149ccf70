/// A dbt project as a folder of files: `dbt_project.yml`, profiles, variables, packages, and every file that holds a
/// resource, read into the values of [basin.model.resource].
///
/// It must never know how a model's template is rendered, what depends on what, or any database.
@NullMarked
package basin.model.project;

import org.jspecify.annotations.NullMarked;
