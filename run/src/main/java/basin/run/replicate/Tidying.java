package basin.run.replicate;

import basin.core.problem.ProblemException;
import basin.duck.DuckConnection;
import basin.lake.LakeTable;
import basin.lake.UpkeepPolicy;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The upkeep of a stream's tables between its cuts: few files of many every so many commits, and every few minutes an
/// end to states and files that nobody needs any more. Both take about as long as a commit or two.
///
/// What fails here harms no row, and is done again after the next commits. For one thread.
final class Tidying {

    private static final System.Logger LOG = System.getLogger(Tidying.class.getName());

    private static final int COMMITS = 16;
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final List<LakeTable> tables;
    private final Clock clock;
    private int commits;
    private Instant due;

    Tidying(List<LakeTable> tables, Clock clock) {
        this.tables = List.copyOf(tables);
        this.clock = clock;
        this.due = clock.instant().plus(EVERY);
    }

    /// There has been a commit. Does what it is time for.
    void afterCommit(DuckConnection connection) {
        commits++;
        if (commits >= COMMITS) {
            compact(connection);
        }
        if (!clock.instant().isBefore(due)) {
            clearUp();
        }
    }

    /// Does all there is to do, if there was any commit.
    void finish(DuckConnection connection) {
        if (commits > 0) {
            compact(connection);
            clearUp();
        }
    }

    private void compact(DuckConnection connection) {
        commits = 0;
        for (LakeTable table : tables) {
            attempt(table, () -> table.compact(connection));
        }
    }

    private void clearUp() {
        due = clock.instant().plus(EVERY);
        for (LakeTable table : tables) {
            attempt(table, () -> table.upkeep(UpkeepPolicy.FOLLOWED, clock));
        }
    }

    private static void attempt(LakeTable table, Runnable step) {
        try {
            step.run();
        } catch (ProblemException e) {
            LOG.log(Level.WARNING, "upkeep of " + table.name(), e);
        }
    }
}
