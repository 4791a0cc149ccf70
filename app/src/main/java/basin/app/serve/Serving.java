package basin.app.serve;

import basin.app.progress.Progress;
import basin.app.sync.SyncProgress;
import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.project.Project;
import basin.core.project.SourceDefinition;
import basin.run.owner.Ownership;
import basin.run.replicate.FollowedSource;
import basin.run.replicate.Follower;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps a project's lake up to date until it is told to stop: it owns the writing, and follows each
/// source whose
/// changes can be followed.
public final class Serving {

    private Serving() {}

    /// Serves until somebody interrupts it, or nothing is left to do.
    ///
    /// @throws ProblemException if the project is wrong, has nothing to serve, or another process
    ///     writes to it
    public static ServingResult run(Workplace workplace) {
        Project project = workplace.project();
        try (Ownership _ = workplace.own("basin serve");
                Progress progress = workplace.progress()) {
            Map<Follower, FollowingLines> followers = new LinkedHashMap<>();
            for (SourceDefinition definition : project.sources()) {
                FollowingLines lines = new FollowingLines(
                        definition.name(), progress, workplace.surroundings().nanos());
                FollowedSource.of(
                                definition.name(),
                                workplace.source(definition),
                                workplace.lake(),
                                workplace.loadingDuck(),
                                Clock.systemUTC())
                        .map(source ->
                                new Follower(source, project.settings().freshness(), new SyncProgress(progress), lines))
                        .ifPresent(follower -> followers.put(follower, lines));
            }
            if (followers.isEmpty()) {
                throw new ProblemException(Problem.wrong("there is nothing to serve", Place.NOWHERE)
                        .because("no source of the project is followed")
                        .advise("set 'mode: cdc' in the file of a source, or load it with basin sync"));
            }
            follow(workplace, List.copyOf(followers.keySet()));
            followers.values().forEach(FollowingLines::end);
            return ServingResult.of(followers.values());
        }
    }

    /// Each in a thread of its own, since they wait for different servers. What interrupts this thread
    /// ends them.
    private static void follow(Workplace workplace, List<Follower> followers) {
        List<Thread> threads = followers.stream()
                .map(follower -> Thread.ofPlatform().name("follower-", 1).start(follower))
                .toList();
        workplace.interruption().onInterrupt(() -> followers.forEach(Follower::stop));
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    followers.forEach(Follower::stop);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
