package basin.model.adapter;

/// What a statement came to.
///
/// @param message what a person is told, such as `OK` or `SELECT 100`
/// @param rows how many rows were written or returned; -1 where the database does not say
/// @param table the rows that were asked for; empty where none were
public record Result(String message, long rows, Table table) {}
