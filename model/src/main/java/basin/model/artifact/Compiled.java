package basin.model.artifact;

import org.jspecify.annotations.Nullable;

/// What compiling a node gave.
///
/// @param code the SQL
/// @param path where it was written, relative to the project folder; null if it was not
public record Compiled(String code, @Nullable String path) {}
