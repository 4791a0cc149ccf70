package basin.app.demo;

import basin.app.demo.company.Progress;
import basin.app.progress.Task;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The making of the company as progress: one task per table.
final class DemoTables implements Progress {

    private final basin.app.progress.Progress progress;
    private final Map<String, Copied> tables = new ConcurrentHashMap<>();

    DemoTables(basin.app.progress.Progress progress) {
        this.progress = progress;
    }

    @Override
    public void copied(String table, long rows, long expected) {
        Copied copied = tables.computeIfAbsent(table, name -> new Copied(progress.task(name, expected, 0)));
        copied.task.advance(rows - copied.rows, 0);
        copied.rows = rows;
        if (rows == expected) {
            copied.task.done();
        }
    }

    private static final class Copied {
        private final Task task;
        private long rows;

        Copied(Task task) {
            this.task = task;
        }
    }
}
