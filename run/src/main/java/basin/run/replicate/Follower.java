package basin.run.replicate;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.run.sync.SyncListener;
import basin.run.sync.SyncReport;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Follows one source until it is told to stop, whatever happens to the connection meanwhile.
///
/// Runs in a thread of its own. That is not to be interrupted: [#stop()] ends it with the cut that is
/// under way.
public final class Follower implements Runnable {

    /// A commit for so many changes, if they come sooner than it is time for one.
    private static final long ROWS = 1_000_000;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final FollowedSource source;
    private final Duration freshness;
    private final SyncListener loading;
    private final FollowerListener listener;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Duration wait = FIRST_WAIT;

    /// @param freshness how long after its commit a change may come into the lake, about
    public Follower(FollowedSource source, Duration freshness, SyncListener loading, FollowerListener listener) {
        this.source = source;
        this.freshness = freshness;
        this.loading = loading;
        this.listener = listener;
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try {
                follow();
            } catch (ProblemException e) {
                switch (e.kind()) {
                    // Nobody knows whether a commit happened: the tables do, once they are looked up again.
                    case TRANSIENT, UNKNOWN -> pause(e.problems().getFirst());
                    case ACTION -> {
                        listener.failed(e);
                        return;
                    }
                }
            }
        }
    }

    /// Ends it, as soon as what is being read is committed. From any thread.
    public void stop() {
        stopping.countDown();
    }

    private void follow() {
        SyncReport loaded = source.load(false, loading);
        try (Replication replication = source.follow(loaded.followed(), listener)) {
            listener.following(loaded);
            while (!isStopping()) {
                replication.advance(freshness, ROWS, this::isStopping);
                wait = FIRST_WAIT;
            }
        }
    }

    private void pause(Problem problem) {
        listener.interrupted(problem, wait);
        try {
            var _ = stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
