/// Calls from templates into Java: signatures that say which arguments a function takes, and the shapes of functions,
/// filters and tests. What is built in uses the same shapes as what a host adds.
///
/// It must never know which functions there are.
@NullMarked
package basin.jinja.call;

import org.jspecify.annotations.NullMarked;
