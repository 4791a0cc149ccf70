/// How a run of several sources looks when it has ended. This package must never start one.
@NullMarked
package basin.app.run;

import org.jspecify.annotations.NullMarked;
