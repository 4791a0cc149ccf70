package basin.connect.postgres.types;

import basin.core.rows.Column;

/// Turns values in the binary form of one Postgres type (what its `send` function writes) into values of a column.
///
/// Chosen once per column and called for each value that is not null, so it allocates nothing. For any thread.
@FunctionalInterface
public interface Decoder {

    /// Appends one value.
    ///
    /// @param message holds the value among others
    /// @param at where it starts
    /// @param length its bytes
    /// @throws Unfit if the column's type cannot hold it; parts of a nested value may then have been appended to
    ///     the children
    void decode(byte[] message, int at, int length, Column into) throws Unfit;
}
