/// Scripts that teach shells to complete the command line, generated from the commands themselves.
@NullMarked
package basin.app.completion;

import org.jspecify.annotations.NullMarked;
