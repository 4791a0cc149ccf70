package basin.engine.workspace;

/// A column of a relation or of a query, in DuckDB's words.
///
/// @param type    such as `INTEGER`, `DECIMAL(18,2)` or `STRUCT(a INTEGER)`
/// @param comment may be empty
public record ColumnType(String name, String type, String comment) {}
