/// How a sync looks: while it runs, and when it has ended. This package must never start one.
@NullMarked
package basin.app.sync;

import org.jspecify.annotations.NullMarked;
