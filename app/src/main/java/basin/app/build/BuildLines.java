package basin.app.build;

import basin.app.progress.Progress;
import basin.app.progress.Watch;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.terminal.TextWidth;
import basin.run.build.BuildListener;
import basin.run.build.Step;
import basin.run.build.StepResult;
import basin.run.build.StepResult.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A build as it runs: a line for each step that is in work, as long as it is, and one for each that has ended.
///
/// ```
/// 12:01:02   3 of 18  OK created table marts.orders ............. 100,000 rows in 1.2 s
/// 12:01:02   4 of 18  PASS unique_orders_id ..................... 31 ms
/// 12:01:02   5 of 18  START table marts.revenue ................. 0.4 s
/// ```
///
/// Steps that were unchanged are many, and say nothing: they have lines only if somebody wants all of them.
final class BuildLines implements BuildListener {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int USUAL_WIDTH = 100;
    private static final int FIGURE_CELLS = 26;
    private static final int FEWEST_DOTS = 3;

    private final Progress progress;
    private final Screen screen;
    private final Clock clock;
    private final ZoneId zone;
    private final boolean all;
    private final Map<String, Watch> inWork = new HashMap<>();

    /// @param screen where progress is shown
    /// @param all whether steps that were unchanged have lines too
    BuildLines(Progress progress, Screen screen, Clock clock, ZoneId zone, boolean all) {
        this.progress = progress;
        this.screen = screen;
        this.clock = clock;
        this.zone = zone;
        this.all = all;
    }

    @Override
    public void started(Step step, int index, int total) {
        StepText text = StepText.started(step.resource());
        String head = head(clock.instant(), index, total);
        inWork.put(step.uniqueId(), progress.watch(head + text.status() + " " + text.what() + " " + dots(head, text)));
    }

    @Override
    public void ended(StepResult result, int index, int total) {
        Watch watch = inWork.remove(result.uniqueId());
        if (watch != null) {
            watch.close();
        }
        if (all || result.outcome() != Outcome.UNCHANGED) {
            progress.say(line(result, index, total));
        }
    }

    private String line(StepResult result, int index, int total) {
        StepText text = StepText.of(result);
        String head = head(result.startedAt().plus(result.took()), index, total);
        return screen.paint(Ink.DIM, head)
                + screen.paint(text.ink(), text.status())
                + " "
                + text.what()
                + (text.figures().isEmpty()
                        ? ""
                        : " " + screen.paint(Ink.DIM, dots(head, text)) + " " + text.figures());
    }

    private String head(Instant at, int index, int total) {
        String figures = String.valueOf(total);
        return TIME.format(at.atZone(zone)) + "  " + TextWidth.padLeft(String.valueOf(index), figures.length()) + " of "
                + figures + "  ";
    }

    private String dots(String head, StepText text) {
        int cells = Math.min(screen.columns() - 1, USUAL_WIDTH) - TextWidth.of(head) - FIGURE_CELLS;
        int taken = TextWidth.of(text.status() + " " + text.what()) + 1;
        return ".".repeat(Math.max(FEWEST_DOTS, cells - taken));
    }
}
