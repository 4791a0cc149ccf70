package basin.lake;

/// What upkeep took away.
///
/// @param snapshots states that can no longer be asked for
/// @param files     files that nothing names: of those states, of abandoned loads, of writers that died
/// @param bytes     what these files held
public record UpkeepReport(int snapshots, int files, long bytes) {}
