package basin.lake;

import java.time.Duration;

/// How long the states of a table can be asked for. Tagged ones stay, and so does an unfinished load.
///
/// @param keep    how long after another state took its place a state can be asked for
/// @param atLeast ...and so many of the newest, whatever their age; 1 or more
/// @param grace   how long after that its files stay, for queries that already read them
public record UpkeepPolicy(Duration keep, int atLeast, Duration grace) {

    /// Five days, and one for who is still reading.
    public static final UpkeepPolicy USUAL = new UpkeepPolicy(Duration.ofDays(5), 1, Duration.ofDays(1));

    /// The files go with the state: for tables that nobody reads meanwhile.
    public UpkeepPolicy(Duration keep, int atLeast) {
        this(keep, atLeast, Duration.ZERO);
    }
}
