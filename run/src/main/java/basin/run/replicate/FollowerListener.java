package basin.run.replicate;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.run.sync.SyncReport;
import java.time.Duration;

/// Told how it goes with a source that is followed, by the follower's thread; must return at once and
/// not throw.
public interface FollowerListener extends ReplicationListener {

    /// What was not loaded yet has been; from now on changes are followed.
    void following(SyncReport loaded);

    /// The source, or the lake, cannot be reached for now; it is tried again after a while.
    void interrupted(Problem problem, Duration wait);

    /// The source cannot be followed until somebody does something about it.
    void failed(ProblemException problem);
}
