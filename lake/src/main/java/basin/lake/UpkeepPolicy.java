package basin.lake;

import java.time.Duration;
import java.util.List;

/// How long the states of a table can be asked for. Tagged ones stay, and so does an unfinished load.
///
/// @param keep    how long after another state took its place a state can be asked for
/// @param atLeast ...and so many of the newest, whatever their age; 1 or more
/// @param grace   how long after that its files stay, for queries that already read them
/// @param thinning of the states that can be asked for, how many stay; from the shortest age on to the
///     longest. Empty
///                for all of them
public record UpkeepPolicy(Duration keep, int atLeast, Duration grace, List<Thinning> thinning) {

    /// Five days, and one for who is still reading.
    public static final UpkeepPolicy USUAL = new UpkeepPolicy(Duration.ofDays(5), 1, Duration.ofDays(1));

    /// For tables with a commit each second: five days too, but of the last hour one state for each
    /// minute, and of the
    /// time before one for each hour. So there are some hundreds of them, not some hundred thousand.
    public static final UpkeepPolicy FOLLOWED = new UpkeepPolicy(
            Duration.ofDays(5),
            1,
            Duration.ofMinutes(1),
            List.of(
                    new Thinning(Duration.ofMinutes(1), Duration.ofMinutes(1)),
                    new Thinning(Duration.ofHours(1), Duration.ofHours(1))));

    public UpkeepPolicy {
        thinning = List.copyOf(thinning);
    }

    /// All states, for as long as that.
    public UpkeepPolicy(Duration keep, int atLeast, Duration grace) {
        this(keep, atLeast, grace, List.of());
    }

    /// The files go with the state: for tables that nobody reads meanwhile.
    public UpkeepPolicy(Duration keep, int atLeast) {
        this(keep, atLeast, Duration.ZERO);
    }

    /// Of states of some age one stays for each stretch of time: the last of it.
    ///
    /// @param from  how long after another took its place
    /// @param every how long the stretches are
    public record Thinning(Duration from, Duration every) {}
}
