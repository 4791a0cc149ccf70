/// How Java objects show themselves to templates: lists of their properties and methods, with the arguments of
/// calls bound to the names that templates know.
///
/// It must never know what the objects are for.
@NullMarked
package basin.model.host;

import org.jspecify.annotations.NullMarked;
