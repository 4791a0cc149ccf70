package basin.connect.digest;

/// By what a row is found again.
///
/// @param key the digest of its key
/// @param row that of all of it
public record KeyedDigest(RowDigest key, RowDigest row) {}
