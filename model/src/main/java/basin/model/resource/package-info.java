/// The things a dbt project is made of, as values: models, seeds, snapshots, tests, sources, exposures, macros and
/// what else can stand in its files, with their unique ids.
///
/// A thing that turns into SQL is first a [basin.model.resource.Draft]: what its files say. Rendering the draft's
/// template once, without running anything, gives what it [captured][basin.model.resource.Captured]; draft and captured
/// make the [basin.model.resource.Node] that stands in the graph.
///
/// This package must never know how files are read, templates rendered or graphs built.
@NullMarked
package basin.model.resource;

import org.jspecify.annotations.NullMarked;
