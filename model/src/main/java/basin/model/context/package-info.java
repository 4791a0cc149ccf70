/// The names that templates of a dbt project see: `ref`, `source`, `config`, `var`, `this`, `adapter`,
/// `target`, `graph` and the others, bare, below `context` and below `builtins`.
///
/// A rendering has a [basin.model.context.NodeContext] of its own, for one thread. This package must never know
/// which database answers or what is done with the text that a template gives.
@NullMarked
package basin.model.context;

import org.jspecify.annotations.NullMarked;
