package basin.app.progress;

import basin.app.terminal.OutputClosed;
import basin.app.terminal.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Progress for files and pipes: every few seconds a line for each task in work, and one at its end.
final class PlainProgress implements Progress {

    private static final long EVERY_MILLIS = 5_000;

    private final Screen screen;
    private final LongSupplier nanos;
    private final List<CountedTask> tasks = new ArrayList<>();
    private final Watched watched;
    private final Ticker ticker;

    private PlainProgress(Screen screen, LongSupplier nanos) {
        this.screen = screen;
        this.nanos = nanos;
        this.watched = new Watched(nanos);
        this.ticker = new Ticker(EVERY_MILLIS, this::report);
    }

    static PlainProgress start(Screen screen, LongSupplier nanos) {
        PlainProgress progress = new PlainProgress(screen, nanos);
        progress.ticker.start();
        return progress;
    }

    /// One that reports only when asked to.
    static PlainProgress still(Screen screen, LongSupplier nanos) {
        return new PlainProgress(screen, nanos);
    }

    @Override
    public synchronized Task task(String name, long expectedRows, long expectedBytes) {
        CountedTask task = new CountedTask(name, expectedRows, expectedBytes, nanos, this::ended);
        tasks.add(task);
        return task;
    }

    @Override
    public Watch watch(String what) {
        return watched.begin(what);
    }

    @Override
    public synchronized void say(String line) {
        write(List.of(line));
    }

    /// One line per task in work, and for whatever else is being done.
    synchronized void report() {
        write(tasks.stream()
                .map(CountedTask::look)
                .filter(task -> task.phase() == TaskView.Phase.RUNNING)
                .map(ProgressText::line)
                .toList());
        write(watched.lines());
    }

    private synchronized void ended(CountedTask task) {
        tasks.remove(task);
        write(List.of(ProgressText.line(task.look())));
    }

    /// The work goes on when nobody listens any more.
    private void write(List<String> lines) {
        try {
            lines.forEach(screen::line);
            screen.flush();
        } catch (OutputClosed e) {
            ticker.close();
        }
    }

    @Override
    public void close() {
        ticker.close();
    }
}
