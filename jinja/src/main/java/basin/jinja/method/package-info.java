/// The attributes and methods of values: what stands after the dot in `'a,b'.split(',')` and `map.items()`.
///
/// It must never reach into a Java object by itself: what is not in its tables, and not shown by the object's own
/// interfaces, does not exist.
@NullMarked
package basin.jinja.method;

import org.jspecify.annotations.NullMarked;
