package basin.connect.digest;

/// How a source has moved between two of its positions, in this table or in any other.
public enum Movement {
    /// Nothing at all was written in between: what differs did not change at the source.
    NONE,
    /// Something was written, here or elsewhere: what differs may have changed since.
    FORWARD,
    /// The later look saw an earlier state: of a replica that lags, or of a server restored from a backup.
    BACK,
    /// The positions cannot be compared.
    UNKNOWN
}
