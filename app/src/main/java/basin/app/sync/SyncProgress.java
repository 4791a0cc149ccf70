package basin.app.sync;

import basin.app.progress.Progress;
import basin.app.progress.Task;
import basin.connect.Discovery;
import basin.core.problem.Problem;
import basin.run.sync.StreamReport;
import basin.run.sync.SyncListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A sync as it runs: one task per stream.
public final class SyncProgress implements SyncListener {

    private final Progress progress;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();

    /// @param progress closed by its owner once the sync has ended
    public SyncProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void planned(String stream, long rows, long bytes) {
        // Bytes in the source and bytes on the way are not the same: they only count where nobody knows the rows.
        tasks.put(stream, progress.task(stream, Math.max(rows, 0), rows > 0 ? 0 : Math.max(bytes, 0)));
    }

    @Override
    public void skipped(Discovery.Skipped skipped) {
        progress.say("left out " + skipped.what() + ": " + skipped.reason());
    }

    @Override
    public void resumed(String stream, long rows, long bytes) {
        task(stream).resume(rows, bytes);
    }

    @Override
    public void read(String stream, long rows, long bytes) {
        task(stream).advance(rows, bytes);
    }

    @Override
    public void changed(String stream, long changes) {
        task(stream).advance(changes, 0);
    }

    @Override
    public void landed(StreamReport report) {
        task(report.stream()).done();
    }

    @Override
    public void failed(String stream, Problem problem) {
        task(stream).failed("failed");
    }

    private Task task(String stream) {
        return tasks.computeIfAbsent(stream, name -> progress.task(name, 0, 0));
    }
}
