/// The one place that opens connections to a Postgres server, and the one that says in plain words what went wrong
/// on them.
///
/// It must never know what the connections are used for.
@NullMarked
package basin.connect.postgres.connection;

import org.jspecify.annotations.NullMarked;
