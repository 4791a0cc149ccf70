package basin.engine.sql;

/// The parser of the engine that is going to run the statements, so that what is checked is what will be run.
///
/// For one thread at a time.
@FunctionalInterface
public interface Parser {

    /// The tree of a text, as the JSON of DuckDB's `json_serialize_sql`: `statements` with a `node` each,
    /// or `error`, `error_type`, `error_message` and `position`.
    String parse(String sql);
}
