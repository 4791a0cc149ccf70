package basin.connect.postgres.change;

/// A column as the log describes it.
///
/// @param type the identity of its type
/// @param modifier of the type; -1 for none
record LoggedColumn(String name, long type, int modifier) {}
