/// Parquet files as Iceberg counts them: read from their footers, checked against the table, without Hadoop.
///
/// It must never know snapshots, nor read a row.
@NullMarked
package basin.lake.file;

import org.jspecify.annotations.NullMarked;
