/// The list of the tables and of the metadata file that is current for each: Iceberg's JDBC catalog, in Basin's
/// system database.
///
/// One row per table is all there is; changing it is what makes a commit happen. This package must never know
/// what stands in a table.
@NullMarked
package basin.lake.catalog;

import org.jspecify.annotations.NullMarked;
