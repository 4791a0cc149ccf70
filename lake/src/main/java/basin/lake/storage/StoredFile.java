package basin.lake.storage;

/// A file that is never changed once it is there.
///
/// @param location as table metadata spells it
/// @param bytes    its length
public record StoredFile(String location, long bytes) {}
