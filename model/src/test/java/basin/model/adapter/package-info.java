/// Relations, columns and tables, in templates.
@NullMarked
package basin.model.adapter;

import org.jspecify.annotations.NullMarked;
