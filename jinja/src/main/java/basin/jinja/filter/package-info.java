/// The filters that every template has: `value|filter(arguments)`.
///
/// It must never know which template asks. Escaping is done where it is asked for and nowhere else: a text that was
/// escaped is a text like any other.
@NullMarked
package basin.jinja.filter;

import org.jspecify.annotations.NullMarked;
