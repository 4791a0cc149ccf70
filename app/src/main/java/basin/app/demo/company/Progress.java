package basin.app.demo.company;

/// Hears how far a company has come into its database.
@FunctionalInterface
public interface Progress {

    /// Called some thousand times per million rows, and once more when a table is complete. Several tables are
    /// copied at once, by threads that take turns in calling.
    ///
    /// @param rows of this table so far
    /// @param expected rows of this table, within some per cent; `rows` once it is complete
    void copied(String table, long rows, long expected);
}
