/// Basin's types and schemas as Iceberg's, and back, and how the schema of a table grows.
///
/// It must never know files, snapshots or where a table lies.
@NullMarked
package basin.lake.schema;

import org.jspecify.annotations.NullMarked;
