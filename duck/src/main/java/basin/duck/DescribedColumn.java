package basin.duck;

import basin.core.rows.Type;

/// A column of a query that has not run.
///
/// @param name  as DuckDB calls it; others of the query may be called the same
/// @param type  of its values when they leave DuckDB
/// @param exact whether DuckDB has a type that is just this one; otherwise its own is another, that is
///              brought to it
public record DescribedColumn(String name, Type type, boolean exact) {}
