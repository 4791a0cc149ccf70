package basin.run.sync;

import basin.core.problem.Problem;
import java.util.List;

/// What a sync did.
///
/// @param landed   the streams that arrived, by name
/// @param problems why others did not; empty if all did
public record SyncReport(List<StreamReport> landed, List<Problem> problems) {

    public SyncReport {
        landed = List.copyOf(landed);
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
