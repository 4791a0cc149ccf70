package basin.duck;

import java.nio.file.Path;

/// A Parquet file that was written.
///
/// @param path  absolute
/// @param rows  at least one
/// @param bytes its length
public record ParquetFile(Path path, long rows, long bytes) {}
