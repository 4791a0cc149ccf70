/// The YAML of a dbt project: reads it, renders the templates in its values where they are asked for, and remembers
/// where everything stands.
///
/// Here mistakes of a project become problems. What the YAML means is none of this package's business.
@NullMarked
package basin.model.document;

import org.jspecify.annotations.NullMarked;
