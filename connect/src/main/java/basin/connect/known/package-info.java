/// The one explicit list of what Basin can connect to.
@NullMarked
package basin.connect.known;

import org.jspecify.annotations.NullMarked;
