/// What depends on what: resolves the references of all resources, finds cycles and unknown names, and selects parts
/// of the graph.
///
/// Templates are rendered by somebody else, behind [basin.model.graph.Templates]. This package must never know a
/// template language, files or a database.
@NullMarked
package basin.model.graph;

import org.jspecify.annotations.NullMarked;
