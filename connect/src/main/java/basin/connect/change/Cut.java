package basin.connect.change;

import basin.core.stream.Position;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The end of what was read so far, between two transactions of the source.
///
/// @param position where it is: to be acknowledged once everything that was handed over is safe. May be
///     another than that of the cut before even where nothing came, since what the source wrote in
///     between is of no concern: it is to be acknowledged all the same
/// @param tables what the table of each stream stands for that has taken everything it was handed, by
///     stream name: to be kept with it. Not the same for all, since a table that was loaded later may
///     have more than the others
/// @param committedAt when the last transaction was committed, by the source's clock; null if none came
/// @param transactions how many came that had a change for somebody
/// @param rows how many changes were handed over, and rejected
public record Cut(
        Position position,
        Map<String, Position> tables,
        @Nullable Instant committedAt,
        long transactions,
        long rows) {

    public Cut {
        tables = Map.copyOf(tables);
    }
}
