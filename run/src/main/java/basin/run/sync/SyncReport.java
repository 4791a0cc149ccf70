package basin.run.sync;

import basin.connect.Discovery;
import basin.core.problem.Problem;
import java.util.List;

/// What a sync did.
///
/// @param landed   the streams that arrived, by name
/// @param leftOut  what the source has and was not read, and why
/// @param problems why others did not; empty if all did
public record SyncReport(List<StreamReport> landed, List<Discovery.Skipped> leftOut, List<Problem> problems) {

    public SyncReport {
        landed = List.copyOf(landed);
        leftOut = List.copyOf(leftOut);
        problems = List.copyOf(problems);
    }

    /// Rows landed in all streams together.
    public long rows() {
        return landed.stream().mapToLong(StreamReport::rows).sum();
    }

    /// Rows put into quarantine in all streams together.
    public long rejected() {
        return landed.stream().mapToLong(StreamReport::rejected).sum();
    }
}
