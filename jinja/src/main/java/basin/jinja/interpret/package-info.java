/// Runs the tree of a template: scopes, statements, expressions, macros, loops and template inheritance.
///
/// Trees and [basin.jinja.interpret.Setup] are shared between threads; a [basin.jinja.interpret.Module] belongs to
/// one. This package must never know where templates come from or which filters there are.
@NullMarked
package basin.jinja.interpret;

import org.jspecify.annotations.NullMarked;
