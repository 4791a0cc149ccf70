package basin.engine.statement;

import basin.engine.sql.SqlText;
import java.util.List;
import java.util.Optional;

/// One statement of a script, as far as its outline tells.
///
/// All spans are parts of [#text()].
public sealed interface Statement {

    /// The script up to the end of the statement, with all that comes before the statement blanked out:
    /// lines and columns are those of the script.
    SqlText text();

    /// What a statement does where its relation is there already.
    enum IfThere {
        FAIL,
        REPLACE,
        KEEP
    }

    /// What a relation is called in DROP, ALTER and COMMENT.
    enum Kind {
        TABLE,
        VIEW
    }

    /// Asks something and changes nothing.
    record Query(SqlText text) implements Statement {}

    /// Makes no difference to the lake: transactions, statistics, indexes, rights.
    record Nothing(SqlText text) implements Statement {}

    /// Concerns the session or DuckDB alone: settings, macros, types, files.
    ///
    /// @param lasting whether later statements may read what it names, without naming it: a macro, a
    ///                prepared statement
    record Local(SqlText text, boolean lasting) implements Statement {}

    /// Makes a temporary table or view.
    record CreateTemporary(SqlText text, RelationName name) implements Statement {}

    /// `CREATE TABLE name AS select`.
    ///
    /// @param names other names for the query's columns; empty for its own
    record CreateTableAs(SqlText text, RelationName name, IfThere ifThere, List<String> names, Span select)
            implements Statement {}

    /// `CREATE TABLE name (columns)`.
    ///
    /// @param columns with their brackets
    record CreateTable(SqlText text, RelationName name, IfThere ifThere, Span columns) implements Statement {}

    /// `CREATE VIEW name AS select`.
    ///
    /// @param names other names for the query's columns; empty for its own
    record CreateView(SqlText text, RelationName name, IfThere ifThere, List<String> names, Span select)
            implements Statement {}

    /// `CREATE SCHEMA name`.
    ///
    /// @param name whose last part is the schema's name
    record CreateSchema(SqlText text, RelationName name, IfThere ifThere) implements Statement {}

    /// `DROP TABLE name` or `DROP VIEW name`.
    record Drop(SqlText text, Kind kind, RelationName name, boolean ifExists) implements Statement {}

    /// `DROP SCHEMA name`.
    ///
    /// @param name whose last part is the schema's name
    record DropSchema(SqlText text, RelationName name, boolean ifExists, boolean cascade) implements Statement {}

    /// `TRUNCATE name`.
    record Truncate(SqlText text, RelationName name) implements Statement {}

    /// `INSERT INTO target (columns) source`.
    ///
    /// @param with    the WITH clause before it; empty for none
    /// @param columns empty for all, in their order
    /// @param byName  columns of the source are found by name
    /// @param source  a query; empty for `DEFAULT VALUES`
    record Insert(SqlText text, Span with, RelationName name, List<String> columns, boolean byName, Span source)
            implements Statement {}

    /// `DELETE FROM target USING using WHERE where`.
    ///
    /// @param with as for [Insert]
    record Delete(SqlText text, Span with, Target target, Span using, Span where) implements Statement {}

    /// `UPDATE target SET assignments FROM from WHERE where`.
    ///
    /// @param with as for [Insert]
    record Update(SqlText text, Span with, Target target, List<Assignment> assignments, Span from, Span where)
            implements Statement {}

    /// `MERGE INTO target USING source ON on WHEN ...`.
    ///
    /// @param with    as for [Insert]
    /// @param source  with its alias, if it has one
    /// @param alias   what the rows of the source are called
    /// @param using   columns that must be equal, in place of `on`
    record Merge(
            SqlText text,
            Span with,
            Target target,
            Span source,
            String alias,
            Span on,
            List<String> using,
            List<MergeClause> clauses)
            implements Statement {}

    /// `ALTER TABLE name action` or `ALTER VIEW name action`.
    record Alter(SqlText text, Kind kind, RelationName name, boolean ifExists, AlterAction action)
            implements Statement {}

    /// `COMMENT ON ... IS comment`.
    ///
    /// @param column  empty for the relation itself
    /// @param comment empty to take it away
    record Comment(SqlText text, RelationName name, Optional<String> column, String comment) implements Statement {}
}
