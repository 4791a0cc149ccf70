package basin.engine.statement;

/// What an ALTER TABLE or ALTER VIEW does.
public sealed interface AlterAction {

    /// `RENAME TO name`.
    record Rename(String to) implements AlterAction {}

    /// `SET SCHEMA schema`.
    record Move(String schema) implements AlterAction {}

    /// `ADD COLUMN column type [DEFAULT value]`.
    ///
    /// @param value what rows that are there get; empty for null
    record AddColumn(String column, boolean ifNotExists, Span type, Span value) implements AlterAction {}

    /// `DROP COLUMN column`.
    record DropColumn(String column, boolean ifExists) implements AlterAction {}

    /// `RENAME COLUMN from TO to`.
    record RenameColumn(String from, String to) implements AlterAction {}

    /// `ALTER COLUMN column TYPE type [USING value]`.
    ///
    /// @param value computes the new value; empty for a cast
    record ChangeType(String column, Span type, Span value) implements AlterAction {}

    /// What makes no difference to a table of the lake, such as how it is sorted elsewhere.
    record Nothing() implements AlterAction {}

    /// What no table of the lake has.
    ///
    /// @param what such as `constraints`
    /// @param span where it is asked for
    record NotOffered(String what, Span span) implements AlterAction {}
}
