package basin.app.build;

import basin.app.progress.Progress;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.terminal.TextWidth;
import basin.run.build.BuildListener;
import basin.run.build.Step;
import basin.run.build.StepResult;
import basin.run.build.StepResult.Outcome;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A build as it runs: a line for each step that has ended.
///
/// ```
/// 12:01:02   3 of 18  OK created table marts.orders ............. 100,000 rows in 1.2 s
/// 12:01:02   4 of 18  PASS unique_orders_id ..................... 31 ms
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
    private final ZoneId zone;
    private final boolean all;

    /// @param screen where progress is shown
    /// @param all whether steps that were unchanged have lines too
    BuildLines(Progress progress, Screen screen, ZoneId zone, boolean all) {
        this.progress = progress;
        this.screen = screen;
        this.zone = zone;
        this.all = all;
    }

    @Override
    public void started(Step step, int index, int total) {}

    @Override
    public void ended(StepResult result, int index, int total) {
        if (all || result.outcome() != Outcome.UNCHANGED) {
            progress.say(line(result, index, total));
        }
    }

    private String line(StepResult result, int index, int total) {
        StepText text = StepText.of(result);
        String figures = String.valueOf(total);
        String head = TIME.format(result.startedAt().plus(result.took()).atZone(zone)) + "  "
                + TextWidth.padLeft(String.valueOf(index), figures.length()) + " of " + figures + "  ";
        int cells = Math.min(screen.columns() - 1, USUAL_WIDTH) - TextWidth.of(head) - FIGURE_CELLS;
        int taken = TextWidth.of(text.status() + " " + text.what()) + 1;
        String dots = ".".repeat(Math.max(FEWEST_DOTS, cells - taken));
        return screen.paint(Ink.DIM, head)
                + screen.paint(text.ink(), text.status())
                + " "
                + text.what()
                + (text.figures().isEmpty() ? "" : " " + screen.paint(Ink.DIM, dots) + " " + text.figures());
    }
}
