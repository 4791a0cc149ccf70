package basin.run.replicate;

import basin.connect.Source;
import basin.connect.Stream;
import basin.connect.change.ChangeFeed;
import basin.connect.change.Followable;
import basin.duck.Duck;
import basin.lake.Lake;
import basin.run.sync.Sync;
import basin.run.sync.SyncListener;
import basin.run.sync.SyncReport;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// A source whose changes are followed, and the lake they go to.
///
/// @param name   the source's name
/// @param source where its tables are loaded from
/// @param feed   its changes
/// @param duck   an instance with one thread per statement
public record FollowedSource(String name, Source source, ChangeFeed feed, Lake lake, Duck duck, Clock clock) {

    /// A source that is to be followed; empty if its settings do not ask for that.
    public static Optional<FollowedSource> of(String name, Source source, Lake lake, Duck duck, Clock clock) {
        return source instanceof Followable followable
                ? followable.changes().map(feed -> new FollowedSource(name, source, feed, lake, duck, clock))
                : Optional.empty();
    }

    /// Loads what is not loaded yet, so that its changes go on from there.
    ///
    /// @param afresh whether to load everything anew
    /// @return says which streams can be followed
    public SyncReport load(boolean afresh, SyncListener listener) {
        feed.prepare();
        return new Sync(lake, duck, listener, clock).run(name, source, afresh);
    }

    /// Goes on with the changes of streams that are loaded.
    ///
    /// @return to be closed by the caller
    public Replication follow(List<Stream> loaded, ReplicationListener listener) {
        return Replication.open(name, loaded, feed, lake, duck, Replication.USUAL_BUDGET, listener, clock);
    }
}
