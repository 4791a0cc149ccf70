package basin.engine.sql;

import java.util.List;

/// A statement that has been read and found to be a query which may be run.
///
/// @param text   the statement that answers it: what was typed, or, where the engine has no answer of its own to that
///               (`SHOW TABLES`), a query that has
/// @param tables every place where it names a table other than one it makes itself, in the order in which they stand
public record Query(SqlText text, List<TableReference> tables) {
    public Query {
        tables = List.copyOf(tables);
    }
}
