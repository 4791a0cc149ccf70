package basin.lake;

import java.time.Duration;

/// How long the states of a table can be asked for. Tagged ones stay, and so does an unfinished load.
///
/// @param keep    states younger than this
/// @param atLeast ...and so many of the newest, whatever their age; 1 or more
public record UpkeepPolicy(Duration keep, int atLeast) {

    /// Five days.
    public static final UpkeepPolicy USUAL = new UpkeepPolicy(Duration.ofDays(5), 1);
}
