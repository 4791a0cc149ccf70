/// What the system catalogs of a Postgres server say about its tables, columns, keys and types, read in one go.
///
/// It must never decide anything: what is read, and as what, is for others to say.
@NullMarked
package basin.connect.postgres.catalog;

import org.jspecify.annotations.NullMarked;
