package basin.engine.workspace;

import basin.core.rows.Rows;
import basin.core.stream.TableName;
import basin.engine.lineage.ColumnLineage;
import java.util.List;
import java.util.Map;

/// One thread's connection to a [Workspace], with its temporary tables, views and macros.
///
/// Each statement that changes a table of the lake is one commit of its own: it happens as a whole or
/// not at all, and for everybody at once. `begin`, `commit` and `rollback` are accepted and do nothing.
///
/// `notes` are properties that are written in the same commit as the rows they speak of: whoever reads
/// them later finds both or neither. They stay until they are noted anew, or the table is dropped.
///
/// For one thread at a time, save for [#cancel()]. Problems with a statement point to the place in it
/// ([basin.core.problem.Place.InStatement]); problems in a script of several count its lines from its
/// start.
public interface WorkspaceSession extends AutoCloseable {

    /// Runs the statements of a script, which are separated by semicolons.
    ///
    /// @return how many rows the last of them changed, or wrote into a table; 0 where it is of another kind
    long execute(String script);

    /// Runs the statements of a script, and answers what the last one does.
    ///
    /// @return rows to be closed by the caller before the session is used again. A statement that has no
    ///         answer of its own answers without columns
    Rows query(String script);

    /// The columns that a query would have, without running it.
    ///
    /// @param select without a semicolon at its end
    List<ColumnType> columns(String select);

    /// The columns that a query would have, and which columns of tables and views of the lake they depend on. Views
    /// are not looked through.
    ///
    /// @param select without a semicolon at its end
    List<ColumnLineage> lineage(String select);

    /// The columns of a table or a view, a temporary one included; empty where there is none.
    ///
    /// @param relation its name as it stands in SQL: `"shop"."orders"`, `basin.shop.orders`, `orders_tmp`
    List<ColumnType> columnsOf(String relation);

    /// Makes a table out of a query: it then has the query's columns, in their order, and its rows. One
    /// that is there under this name is replaced, whatever columns it had, and keeps its earlier
    /// snapshots; a view is replaced too. The query may read what it replaces.
    ///
    /// @return how many rows it has
    long replace(TableName table, String select, Map<String, String> notes);

    /// Adds the rows of a query to a table, whose columns are found by name. Columns that the query
    /// lacks are null; one that the table lacks is a problem.
    ///
    /// @return how many rows were added
    long append(TableName table, String select, Map<String, String> notes);

    /// Adds the rows of a query, each in place of the one that has the same key, if there is one;
    /// columns as for [#append]. Of several new rows with the same key one counts; nulls are equal to
    /// nulls.
    ///
    /// @param key names of columns, at least one
    /// @return how many rows were added
    long merge(TableName table, String select, List<String> key, Map<String, String> notes);

    /// Removes the rows of a table that have the key of any row of a query, and adds all rows of the query;
    /// columns as for [#append]. A null in a key is equal to nothing.
    ///
    /// @param key       names of columns, at least one
    /// @param predicate SQL that a row of the table must fulfil, too, to be removed; empty for none
    /// @return how many rows were added
    long deleteInsert(TableName table, String select, List<String> key, String predicate, Map<String, String> notes);

    /// Removes the rows of a table whose values in some columns are those of any row of a query, and
    /// adds all rows of the query: partitions for which there are new rows are written anew, the others
    /// stay. Nulls are a partition, too.
    ///
    /// @param by names of columns, at least one
    /// @return how many rows were added
    long overwritePartitions(TableName table, String select, List<String> by, Map<String, String> notes);

    /// Removes the rows of a table that fulfil a condition, and adds all rows of a query; columns as for [#append].
    ///
    /// @param predicate SQL that a row of the table must fulfil to be removed
    /// @return how many rows were added
    long replaceWhere(TableName table, String select, String predicate, Map<String, String> notes);

    /// Makes a view out of a query, in place of the view or table that has its name.
    void createView(TableName view, String select, Map<String, String> notes);

    /// Stops what the session does, from any thread: its statement ends with a problem that says so, and
    /// none runs after it.
    void cancel();

    @Override
    void close();
}
