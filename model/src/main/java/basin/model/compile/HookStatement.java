package basin.model.compile;

/// A hook of a node, rendered.
///
/// @param sql one or more statements; never blank
/// @param transaction whether it belongs to the transaction of the node, or runs outside of it
public record HookStatement(String sql, boolean transaction) {}
