package basin.run.verify;

import java.util.List;

/// The rows of a table that are not the same on both sides.
///
/// @param missing how many rows the source has more, of keys with more rows there
/// @param surplus how many rows the lake has more
/// @param changed how many rows stand on both sides under the same key, with different values
/// @param listed  some of them
public record Differences(long missing, long surplus, long changed, List<Difference> listed) {

    /// All rows are the same.
    static final Differences NONE = new Differences(0, 0, 0, List.of());

    public Differences {
        listed = List.copyOf(listed);
    }

    /// How many there are.
    public long count() {
        return missing + surplus + changed;
    }
}
