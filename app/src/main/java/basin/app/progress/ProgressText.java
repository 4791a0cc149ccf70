package basin.app.progress;

import basin.app.terminal.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Tasks in words.
final class ProgressText {
    private static final int SPEEDY_ROWS = 1_000;

    private ProgressText() {}

    /// `shop.orders: 1,200,000 of about 5,000,000 rows (24 %), 640 k rows/s, 96.4 MB/s, 6 s left`
    static String line(TaskView task) {
        return task.name() + ": "
                + switch (task.phase()) {
                    case WAITING -> "waiting";
                    case RUNNING -> String.join(", ", running(task));
                    case DONE -> "done, " + outcome(task);
                    case FAILED -> "failed after " + Figures.count(task.rows(), "row") + ": " + task.reason();
                };
    }

    /// `5,000,000 rows, 880 MB in 6.2 s, 806 k rows/s`
    static String outcome(TaskView task) {
        StringBuilder text = new StringBuilder(Figures.count(task.rows(), "row"));
        if (task.bytes() > 0) {
            text.append(", ").append(Figures.bytes(task.bytes()));
        }
        text.append(" in ").append(Figures.duration(task.elapsed()));
        // The speed of a handful of rows says nothing.
        if (task.elapsed().toSeconds() >= 1 && task.rows() >= SPEEDY_ROWS) {
            long perSecond = task.rows() * 1000 / task.elapsed().toMillis();
            text.append(", ").append(Figures.rough(perSecond)).append(" rows/s");
        }
        return text.toString();
    }

    /// `6 s left`; empty where nobody knows, and at the very end.
    static String timeLeft(TaskView task) {
        double left = task.secondsLeft();
        return left <= 0
                ? ""
                : Figures.duration(Duration.ofSeconds(Math.round(Math.ceil(left))))
                                .replace(".0", "") + " left";
    }

    /// `24 %`; empty where nobody knows.
    static String percent(TaskView task) {
        double fraction = task.fraction();
        return fraction < 0 ? "" : (int) Math.floor(fraction * 100) + " %";
    }

    private static List<String> running(TaskView task) {
        List<String> parts = new ArrayList<>();
        String percent = percent(task);
        String expected = task.expectedRows() > task.rows() ? " of about " + Figures.count(task.expectedRows()) : "";
        parts.add(Figures.count(task.rows()) + expected + " rows" + (percent.isEmpty() ? "" : " (" + percent + ")"));
        if (task.rowsPerSecond() > 0) {
            parts.add(Figures.rough(task.rowsPerSecond()) + " rows/s");
        }
        if (task.bytesPerSecond() > 0) {
            parts.add(Figures.bytes(task.bytesPerSecond()) + "/s");
        }
        String left = timeLeft(task);
        if (!left.isEmpty()) {
            parts.add(left);
        }
        return parts;
    }
}
