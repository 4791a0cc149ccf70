/// Where the columns of a dbt project's models come from, from model to model, and where they go.
///
/// What one query says of its columns is found by the engine ([basin.engine.lineage]); this package follows it through
/// the project's graph. It must never know how lineage is asked for or shown.
@NullMarked
package basin.run.lineage;

import org.jspecify.annotations.NullMarked;
