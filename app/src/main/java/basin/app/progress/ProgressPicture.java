package basin.app.progress;

import basin.app.terminal.Figures;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.terminal.TextWidth;
import java.util.ArrayList;
import java.util.List;

/// Tasks as lines with a bar, none wider than the screen.
///
/// ```
///  orders      ███████████▌░░░░░░░░░░░░   48 %   2.41 M rows   812 k rows/s   96.4 MB/s   4 s left
/// ```
final class ProgressPicture {

    /// More tasks than this are seldom in work at once, and a terminal has 24 lines.
    private static final int MOST_LINES = 12;

    private static final int WIDEST_BAR = 24;
    private static final int NARROWEST_BAR = 8;

    /// `12.3 k`, so that the figures of several tasks stand below each other.
    private static final int FIGURE_CELLS = 6;

    private static final int WIDEST_NAME = 32;

    /// One eighth of a cell to seven eighths.
    private static final String EIGHTHS = "▏▎▍▌▋▊▉";

    private final Screen screen;
    private final int columns;
    private final int nameCells;

    /// For this one picture: a terminal may change its width any time.
    ///
    /// @param longestName the cells of the longest name there is, so that all names take the same room
    ProgressPicture(Screen screen, int longestName) {
        this.screen = screen;
        this.columns = screen.columns() - 1;
        this.nameCells = Math.min(longestName, Math.min(WIDEST_NAME, columns / 2));
    }

    /// The tasks in work, and one line for those that wait.
    List<String> ofRunning(List<TaskView> tasks) {
        List<TaskView> running = tasks.stream()
                .filter(task -> task.phase() == TaskView.Phase.RUNNING)
                .toList();
        long waiting = tasks.stream()
                .filter(task -> task.phase() == TaskView.Phase.WAITING)
                .count();
        List<TaskView> shown = running.subList(0, Math.min(MOST_LINES, running.size()));
        List<String> lines = new ArrayList<>();
        shown.forEach(task -> lines.add(line(task)));
        List<String> rest = new ArrayList<>();
        if (running.size() > shown.size()) {
            rest.add(running.size() - shown.size() + " more running");
        }
        if (waiting > 0) {
            rest.add(waiting + " waiting");
        }
        if (!rest.isEmpty()) {
            lines.add(screen.paint(Ink.DIM, TextWidth.cut(" … " + String.join(", ", rest), columns)));
        }
        return lines;
    }

    /// What is being done beside the tasks.
    List<String> ofWatched(List<String> watched) {
        List<String> lines = new ArrayList<>();
        for (String what : watched.subList(0, Math.min(MOST_LINES, watched.size()))) {
            lines.add(screen.paint(Ink.DIM, TextWidth.cut(what, columns)));
        }
        if (watched.size() > MOST_LINES) {
            lines.add(screen.paint(Ink.DIM, " … " + (watched.size() - MOST_LINES) + " more running"));
        }
        return lines;
    }

    /// A task that has ended, for good.
    String ofEnded(TaskView task) {
        boolean done = task.phase() == TaskView.Phase.DONE;
        String text = done ? ProgressText.outcome(task) : task.reason();
        String name = TextWidth.padRight(TextWidth.cut(task.name(), nameCells), nameCells);
        return screen.paint(done ? Ink.GREEN : Ink.RED, done ? " ✔ " : " ✘ ")
                + screen.paint(Ink.BOLD, name)
                + "  "
                + TextWidth.cut(text, Math.max(1, columns - 5 - nameCells));
    }

    private String line(TaskView task) {
        String figures = figures(task);
        int room = columns - nameCells - 4 - TextWidth.of(figures);
        String name = TextWidth.padRight(TextWidth.cut(task.name(), nameCells), nameCells);
        String line = " " + screen.paint(Ink.BOLD, name);
        if (room >= NARROWEST_BAR) {
            line += "  " + bar(task.fraction(), Math.min(room, WIDEST_BAR));
        }
        return line + " " + TextWidth.cut(figures, Math.max(1, columns - nameCells - 2));
    }

    private String bar(double fraction, int cells) {
        if (fraction < 0) {
            return screen.paint(Ink.DIM, "░".repeat(cells));
        }
        int eighths = (int) (fraction * cells * 8);
        String filled = "█".repeat(eighths / 8);
        if (eighths % 8 > 0) {
            int part = eighths % 8 - 1;
            filled += EIGHTHS.substring(part, part + 1);
        }
        return screen.paint(Ink.CYAN, filled) + screen.paint(Ink.DIM, "░".repeat(cells - filled.length()));
    }

    private static String figures(TaskView task) {
        List<String> parts = new ArrayList<>();
        parts.add(TextWidth.padLeft(ProgressText.percent(task), 5));
        parts.add(TextWidth.padLeft(Figures.rough(task.rows()), FIGURE_CELLS) + " rows");
        if (task.rowsPerSecond() > 0) {
            parts.add(TextWidth.padLeft(Figures.rough(task.rowsPerSecond()), FIGURE_CELLS) + " rows/s");
        }
        if (task.bytesPerSecond() > 0) {
            parts.add(TextWidth.padLeft(Figures.bytes(task.bytesPerSecond()), FIGURE_CELLS + 1) + "/s");
        }
        String left = ProgressText.timeLeft(task);
        if (!left.isEmpty()) {
            parts.add(left);
        }
        return String.join("  ", parts);
    }
}
