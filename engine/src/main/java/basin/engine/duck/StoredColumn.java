package basin.engine.duck;

import basin.core.rows.Type;

/// A column of a table, in the lake and in DuckDB.
///
/// @param stored   what the lake keeps
/// @param duckType what statements see, in DuckDB's SQL
/// @param asStored whether that is just what the lake keeps
public record StoredColumn(String name, Type stored, String duckType, boolean asStored) {}
