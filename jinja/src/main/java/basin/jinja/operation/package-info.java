/// What Python does with values: text, truth, numbers, order, items, formatting. Each class is one of its ideas.
///
/// It must never know templates: all of this would be the same without them.
@NullMarked
package basin.jinja.operation;

import org.jspecify.annotations.NullMarked;
