/// A real Postgres for tests, with databases that come and go with a test.
@NullMarked
package basin.testkit.postgres;

import org.jspecify.annotations.NullMarked;
