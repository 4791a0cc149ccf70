/// The macros of a project, of its packages and of Basin itself: which one a name means, and which one a
/// dispatch ends at.
///
/// Basin's own macros stand beside this package as files of templates. This package must never know what the
/// names mean that a macro uses.
@NullMarked
package basin.model.macro;

import org.jspecify.annotations.NullMarked;
