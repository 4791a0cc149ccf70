package basin.run.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row that is not the same on both sides.
///
/// @param kind  on which side it stands alone
/// @param key   its key or, where the table has none, all of it: as the side writes it that has it
/// @param cells the columns whose values differ, where both sides have a row of that key
public record Difference(Kind kind, List<Cell> key, List<ChangedCell> cells) {

    public Difference {
        key = List.copyOf(key);
        cells = List.copyOf(cells);
    }

    /// On which side a row stands alone.
    public enum Kind {
        /// At the source, and not in the lake; or more often at the source.
        MISSING,
        /// In the lake, and not at the source; or more often in the lake.
        SURPLUS,
        /// On both sides, with different values.
        CHANGED
    }

    /// A value, cut off where it is long.
    public record Cell(String column, @Nullable String value) {}

    /// A value that is another one on each side, cut off where it is long.
    public record ChangedCell(
            String column,
            @Nullable String source,
            @Nullable String lake) {}
}
