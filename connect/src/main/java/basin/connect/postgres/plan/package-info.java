/// Which tables of a database become which streams: what the settings choose among what the catalog has, seen as
/// values.
///
/// It must never open a connection, so that all of it can be tried on made-up catalogs.
@NullMarked
package basin.connect.postgres.plan;

import org.jspecify.annotations.NullMarked;
