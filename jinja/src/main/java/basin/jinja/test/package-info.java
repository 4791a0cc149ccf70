/// The tests that every template has: `value is test(arguments)`.
///
/// It must never change a value that it looks at.
@NullMarked
package basin.jinja.test;

import org.jspecify.annotations.NullMarked;
