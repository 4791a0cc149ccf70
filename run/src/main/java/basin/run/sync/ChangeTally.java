package basin.run.sync;

import basin.connect.Stream;
import basin.core.problem.Problem;
import basin.lake.change.ChangeCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The changes of a source, added up as they arrive. For one thread.
public final class ChangeTally {

    private final String source;
    private final Map<String, ChangeReport> streams = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public ChangeTally(String source) {
        this.source = source;
    }

    /// Changes have arrived.
    public void add(Stream stream, ChangeCounts changes, long rejected) {
        ChangeReport none = new ChangeReport(
                stream.name(), Destination.of(source, stream, Instant.EPOCH).table(), ChangeCounts.NONE, 0);
        streams.put(stream.name(), streams.getOrDefault(stream.name(), none).plus(changes, rejected));
    }

    /// A stream stopped.
    public void add(Problem problem) {
        problems.add(problem);
    }

    /// A report of what was loaded before, with what changed since.
    public SyncReport addTo(SyncReport loaded) {
        List<Problem> all = new ArrayList<>(loaded.problems());
        all.addAll(problems);
        return new SyncReport(loaded.landed(), loaded.followed(), List.copyOf(streams.values()), loaded.leftOut(), all);
    }
}
