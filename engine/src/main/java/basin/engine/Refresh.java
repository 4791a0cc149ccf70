package basin.engine;

/// What becomes of the rows a table has when a query's rows are written into it.
public enum Refresh {
    /// They are replaced.
    REPLACE,
    /// They stay, and the new ones are added.
    APPEND
}
