package basin.run.replicate;

import basin.connect.Stream;
import basin.core.problem.Problem;
import basin.lake.change.ChangeCounts;
import basin.run.sync.ChangeTally;
import basin.run.sync.SyncListener;
import basin.run.sync.SyncReport;
import java.time.Duration;

/// One sync of a source whose changes are followed: loads what is not loaded yet, then takes over what
/// has changed up
/// to where the source stands by then.
public final class CatchUp {

    /// A commit for so many changes...
    private static final long ROWS = 1_000_000;

    /// ...or after so long.
    private static final Duration TIME = Duration.ofSeconds(5);

    private CatchUp() {}

    /// Syncs.
    ///
    /// @param afresh whether to load everything anew
    public static SyncReport run(FollowedSource source, boolean afresh, SyncListener listener) {
        SyncReport loaded = source.load(afresh, listener);
        if (loaded.followed().isEmpty()) {
            return loaded;
        }
        ChangeTally tally = new ChangeTally(source.name());
        try (Replication replication = source.follow(loaded.followed(), new Counting(tally, listener))) {
            replication.catchUp(TIME, ROWS);
        }
        return tally.addTo(loaded);
    }

    private record Counting(ChangeTally tally, SyncListener listener) implements ReplicationListener {
        @Override
        public void landed(Stream stream, ChangeCounts changes, long rejected) {
            tally.add(stream, changes, rejected);
            listener.changed(stream.name(), changes.total());
        }

        @Override
        public void stopped(Stream stream, Problem problem) {
            tally.add(problem);
            listener.failed(stream.name(), problem);
        }
    }
}
