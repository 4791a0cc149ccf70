package basin.connect.digest;

/// What is kept of the digest of one row.
///
/// @param high its first 60 bits
/// @param low the 60 bits from the 65th on
public record RowDigest(long high, long low) {}
