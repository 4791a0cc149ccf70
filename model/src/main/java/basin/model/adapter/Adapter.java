package basin.model.adapter;

import java.util.List;

/// A session of one database, as macros use it while they run: the one interface through which a template can
/// do something.
///
/// A session belongs to one node's run and is used by one thread at a time; what a statement leaves behind in
/// it (a temporary table, an open transaction) is there for the next. Every method throws
/// [basin.core.problem.ProblemException] with the database's own message where it fails; a problem of a
/// statement is placed in it ([basin.core.problem.Place.InStatement]), so that its line can be traced to the
/// template's.
public interface Adapter {

    /// The database's kind, by which macros are dispatched: `duckdb` or `trino`.
    String type();

    /// Runs one or more statements, separated by semicolons.
    ///
    /// @param fetch whether the last one's rows are wanted; they are held in memory
    Result execute(String sql, boolean fetch);

    /// The tables and views of a schema; empty where there is no such schema.
    List<Relation> relations(String database, String schema);

    /// The schemas of a database, in no particular order.
    List<String> schemas(String database);

    /// The columns of a relation in their order; empty where there is no such relation.
    List<Column> columns(Relation relation);

    /// The columns that a query would return, without running it.
    List<Column> columnsOf(String select);

    /// Creates a schema; does nothing where there is one.
    void createSchema(String database, String schema);

    /// Drops a schema with all that is in it; does nothing where there is none.
    void dropSchema(String database, String schema);

    /// Drops a relation of whichever kind; does nothing where there is none.
    void drop(Relation relation);

    /// Gives a relation another name; both are in the same schema.
    void rename(Relation from, Relation to);

    /// Takes all rows out of a table.
    void truncate(Relation relation);
}
