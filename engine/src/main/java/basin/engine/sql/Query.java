package basin.engine.sql;

import java.util.List;

/// A statement that has been read and found to be a query which may be run.
///
/// @param text       the statement that answers it: what was typed, or, where that has no answer of its own
///                   in the
/// engine
///                   (`SHOW TABLES`), a query that has
/// @param tables     every place where it names a table other than one it makes itself, in the order in
///                   which they
/// stand
public record Query(SqlText text, List<TableReference> tables) {
    public Query {
        tables = List.copyOf(tables);
    }
}
