/// The modules of Python, in templates.
@NullMarked
package basin.model.python;

import org.jspecify.annotations.NullMarked;
