package basin.engine;

import basin.core.rows.Rows;
import basin.core.stream.TableName;
import java.util.List;

/// Answers SQL over the tables of the lake.
///
/// A query sees every table of the lake as `schema.table`, as it was when the query began: what is committed
/// while it runs does not show. `AT (VERSION => ...)` and `AT (TIMESTAMP => ...)` behind a table's name show
/// an earlier state. `information_schema.tables`, `.columns` and `.schemata` list what there is. Names are
/// found whatever their case, as long as that leaves one.
///
/// A query reads tables and nothing else: no files, no network, no settings, no environment; and it changes
/// nothing.
///
/// For any thread. Whatever is wrong with a statement, with the lake or with the machine is a
/// [basin.core.problem.ProblemException]; problems with a statement point to the place in it
/// ([basin.core.problem.Place.InStatement]).
public interface Engine extends AutoCloseable {

    /// Starts a query.
    ///
    /// Rows come as fast as they are asked for; a reader that has seen enough closes them. [Rows#next()] throws
    /// what goes wrong later: the time is up, the memory is used up, somebody cancelled, a value cannot be
    /// converted.
    ///
    /// @param sql one statement: SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE or EXPLAIN
    /// @return rows to be closed by the caller, with the names and types of the query's columns; where two have
    ///         the same name, the later one gets a number behind it
    Rows query(String sql, QueryOptions options);

    /// Makes a table of the lake out of the rows of a query.
    ///
    /// All of it happens in one commit, or none of it: readers see the old rows or the new ones. Earlier
    /// snapshots stay. A table that is not there is created with the names and types of the query's
    /// columns; one that is there gets columns added and widened as they need.
    ///
    /// @param select the query, which may read the table itself
    /// @return how many rows were written
    long materialise(TableName table, String select, Refresh refresh, QueryOptions options);

    /// What tables there are, in the order of their names; told from what the lake notes about them, without
    /// reading rows.
    List<TableOverview> tables();

    /// Ends all queries that still run.
    @Override
    void close();
}
