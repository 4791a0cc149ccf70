package basin.connect.change;

import basin.core.stream.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The end of what was read so far, between two transactions of the source.
///
/// @param position where it is. May be another than that of the cut before even where nothing came,
///     since what the source wrote in between is of no concern: it is to be acknowledged all the same
/// @param committedAt when the last transaction was committed, by the source's clock; null if no
///     transaction came
/// @param transactions how many came that had a change for somebody
/// @param rows how many changes were handed over, and rejected
public record Cut(Position position, @Nullable Instant committedAt, long transactions, long rows) {}
