package basin.engine.statement;

/// The table that a statement changes.
///
/// @param alias what the statement calls its rows: its alias, or the last part of its name
public record Target(RelationName name, String alias) {}
