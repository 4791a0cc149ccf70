package basin.app.sync;

import basin.app.progress.Progress;
import basin.app.workplace.Workplace;
import basin.connect.Source;
import basin.core.project.SourceDefinition;
import basin.run.owner.Ownership;
import basin.run.replicate.CatchUp;
import basin.run.replicate.FollowedSource;
import basin.run.sync.Sync;
import basin.run.sync.SyncListener;
import java.time.Clock;
import java.util.Optional;

/// The sync of one source of a workplace's project, with its progress on the screen.
public final class SourceSync {

    private SourceSync() {}

    /// Syncs.
    ///
    /// @param source the name of a source of the project
    /// @param afresh whether to read everything anew
    /// @throws basin.core.problem.ProblemException if there is no such source, or nothing of it could be read, or
    ///         another process is writing
    public static SyncResult run(Workplace workplace, String source, boolean afresh) {
        SourceDefinition definition = workplace.reading().source(source);
        Source from = workplace.source(definition);
        try (Ownership _ = workplace.own("basin sync " + source);
                Progress progress = workplace.progress()) {
            SyncListener listener = new SyncProgress(progress);
            Optional<FollowedSource> followed =
                    FollowedSource.of(source, from, workplace.lake(), workplace.loadingDuck(), Clock.systemUTC());
            return new SyncResult(
                    source,
                    followed.isPresent()
                            ? CatchUp.run(followed.get(), afresh, listener)
                            : new Sync(workplace.lake(), workplace.loadingDuck(), listener, Clock.systemUTC())
                                    .run(source, from, afresh));
        }
    }
}
