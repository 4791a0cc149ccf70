package basin.lake;

import basin.core.stream.Position;
import java.time.Instant;
import java.util.Optional;

/// A state that a table had for all readers.
///
/// @param id        what `AT (VERSION => id)` names
/// @param since     when readers began to see it
/// @param operation what made it: `append`, `overwrite`, `delete`, `replace`
/// @param rows      how many rows it has; those that later changes replaced not yet taken off where deletes lie
///                  beside the data
/// @param bytes     what its data files take
/// @param position  how far the source had been read, where the snapshot comes from one
public record TableSnapshot(
        long id, Instant since, String operation, long rows, long bytes, Optional<Position> position) {}
