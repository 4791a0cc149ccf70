package basin.model.resource;

import java.nio.file.Path;

/// A CSV file that becomes a table.
///
/// @param file absolute
public record Seed(Path file) implements Kind {}
