package basin.run.sync;

import basin.connect.Discovery;
import basin.connect.Stream;
import basin.core.problem.Problem;
import java.util.List;

/// What a sync did.
///
/// @param landed   the streams that arrived, by name
/// @param followed the streams that are loaded and whose changes can be followed from there
/// @param changed  what changes did since to those that had any, by name
/// @param leftOut  what the source has and was not read, and why
/// @param problems why others did not; empty if all did
public record SyncReport(
        List<StreamReport> landed,
        List<Stream> followed,
        List<ChangeReport> changed,
        List<Discovery.Skipped> leftOut,
        List<Problem> problems) {

    public SyncReport {
        landed = List.copyOf(landed);
        followed = List.copyOf(followed);
        changed = List.copyOf(changed);
        leftOut = List.copyOf(leftOut);
        problems = List.copyOf(problems);
    }

    /// Rows landed in all streams together.
    public long rows() {
        return landed.stream().mapToLong(StreamReport::rows).sum();
    }

    /// Rows put into quarantine in all streams together.
    public long rejected() {
        return landed.stream().mapToLong(StreamReport::rejected).sum()
                + changed.stream().mapToLong(ChangeReport::rejected).sum();
    }

    /// Changes in all streams together.
    public long changes() {
        return changed.stream().mapToLong(stream -> stream.changes().total()).sum();
    }
}
