package basin.model.resource;

import org.jspecify.annotations.Nullable;

/// A table that keeps what the rows of another were.
///
/// @param relation the expression under `relation:` of one written in YAML, as `ref('orders')`; null for one written
/// as a template
public record Snapshot(@Nullable String relation) implements Kind {}
