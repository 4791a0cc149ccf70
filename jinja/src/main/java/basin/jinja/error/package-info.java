/// What went wrong in a template, told to the person who wrote it: the sentence, the place, and the macros that led
/// there.
///
/// It must never know how templates are read or run.
@NullMarked
package basin.jinja.error;

import org.jspecify.annotations.NullMarked;
