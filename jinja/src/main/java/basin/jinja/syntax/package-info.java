/// The text of a template as a tree: a lexer that cuts it into tokens, a parser that makes statements and expressions
/// of them, and a walk over all of a tree.
///
/// Trees do not change and may be shared between threads. This package must never know how a tree is run.
@NullMarked
package basin.jinja.syntax;

import org.jspecify.annotations.NullMarked;
