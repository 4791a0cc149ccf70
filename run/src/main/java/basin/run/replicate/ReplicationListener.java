package basin.run.replicate;

import basin.connect.Stream;
import basin.core.problem.Problem;
import basin.lake.change.ChangeCounts;

/// Told what a replication does while it does it, by its thread; must return at once and not throw.
public interface ReplicationListener {

    /// Changes of a stream can be queried.
    ///
    /// @param rejected how many rows went into quarantine instead
    void landed(Stream stream, ChangeCounts changes, long rejected);

    /// A stream stopped; the others go on. Its table stays as it was, and is loaded anew by the next
    /// sync.
    void stopped(Stream stream, Problem problem);
}
