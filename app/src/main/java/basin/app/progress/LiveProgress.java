package basin.app.progress;

import basin.app.terminal.Screen;
import basin.app.terminal.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Progress on a terminal: what has ended scrolls away above, what is in work is drawn over itself below, ten
/// times a second at most.
final class LiveProgress implements Progress {

    private static final long EVERY_MILLIS = 100;

    private final Screen screen;
    private final LongSupplier nanos;
    private final List<CountedTask> tasks = new ArrayList<>();
    private final List<String> lasting = new ArrayList<>();
    private final Watched watched;
    private final Ticker ticker;
    private int longestName;
    private int drawnLines;

    private LiveProgress(Screen screen, LongSupplier nanos) {
        this.screen = screen;
        this.nanos = nanos;
        this.watched = new Watched(nanos);
        this.ticker = new Ticker(EVERY_MILLIS, this::draw);
    }

    static LiveProgress start(Screen screen, LongSupplier nanos) {
        LiveProgress progress = new LiveProgress(screen, nanos);
        progress.ticker.start();
        return progress;
    }

    /// One that draws only when asked to.
    static LiveProgress still(Screen screen, LongSupplier nanos) {
        return new LiveProgress(screen, nanos);
    }

    @Override
    public synchronized Task task(String name, long expectedRows, long expectedBytes) {
        CountedTask task = new CountedTask(name, expectedRows, expectedBytes, nanos, this::ended);
        tasks.add(task);
        longestName = Math.max(longestName, TextWidth.of(name));
        return task;
    }

    @Override
    public Watch watch(String what) {
        return watched.begin(what);
    }

    @Override
    public synchronized void say(String line) {
        lasting.add(line);
    }

    private synchronized void ended(CountedTask task) {
        tasks.remove(task);
        lasting.add(picture().ofEnded(task.look()));
    }

    /// What was drawn last is written over.
    synchronized void draw() {
        ProgressPicture picture = picture();
        List<String> lines = new ArrayList<>(
                picture.ofRunning(tasks.stream().map(CountedTask::look).toList()));
        lines.addAll(picture.ofWatched(watched.lines()));
        if (drawnLines > 0) {
            screen.write(upAndErase(drawnLines));
        }
        lasting.forEach(screen::line);
        lasting.clear();
        lines.forEach(screen::line);
        drawnLines = lines.size();
        screen.flush();
    }

    private ProgressPicture picture() {
        return new ProgressPicture(screen, longestName);
    }

    @Override
    public void close() {
        ticker.close();
        draw();
    }

    /// ECMA-48: the cursor goes up that many lines, then all from there to the end of the screen is erased.
    private static String upAndErase(int lines) {
        return "\u001b[" + lines + "A\u001b[0J";
    }
}
