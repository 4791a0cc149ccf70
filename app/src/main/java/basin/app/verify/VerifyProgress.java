package basin.app.verify;

import basin.app.progress.Progress;
import basin.app.progress.Task;
import basin.core.problem.Problem;
import basin.run.verify.TableVerdict;
import basin.run.verify.VerifyListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A comparison as it runs: one task per stream.
final class VerifyProgress implements VerifyListener {

    private final Progress progress;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();

    /// @param progress closed by its owner once the comparison has ended
    VerifyProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void planned(String stream, long rows, long bytes) {
        tasks.put(stream, progress.task(stream, Math.max(rows, 0), Math.max(bytes, 0)));
    }

    @Override
    public void summed(String stream, long rows, long bytes) {
        task(stream).advance(rows, bytes);
    }

    @Override
    public void compared(TableVerdict verdict) {
        if (verdict.agrees()) {
            task(verdict.stream()).done();
        } else {
            task(verdict.stream()).failed("differs");
        }
    }

    @Override
    public void failed(String stream, Problem problem) {
        task(stream).failed("failed");
    }

    private Task task(String stream) {
        return tasks.computeIfAbsent(stream, name -> progress.task(name, 0, 0));
    }
}
