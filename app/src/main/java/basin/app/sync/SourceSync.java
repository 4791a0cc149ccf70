package basin.app.sync;

import basin.app.progress.Progress;
import basin.app.workplace.Workplace;
import basin.connect.Source;
import basin.core.project.SourceDefinition;
import basin.run.owner.Ownership;
import basin.run.sync.Sync;
import java.time.Clock;

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
            Sync sync =
                    new Sync(workplace.lake(), workplace.loadingDuck(), new SyncProgress(progress), Clock.systemUTC());
            return new SyncResult(source, sync.run(source, from, afresh));
        }
    }
}
