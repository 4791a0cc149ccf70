package basin.app.log;

import basin.app.terminal.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where the log of this run goes, until it is closed: to `.basin/logs/basin.log` of the project, and to the
/// screen where somebody wants to see it. One at a time.
public final class Logs implements AutoCloseable {

    private static final String FILE = ".basin/logs/basin.log";

    private final Logger root;
    private final @Nullable RollingFile file;

    /// @param project the project's folder; where it is none, nothing is written to disk
    /// @param screen  shows the log too; null if nobody wants to see it
    public Logs(Path project, @Nullable Screen screen) {
        LogManager.getLogManager().reset();
        this.root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        Logger.getLogger("basin").setLevel(Level.INFO);
        this.file = isProject(project) ? new RollingFile(project.resolve(FILE)) : null;
        if (file != null) {
            add(file);
        }
        if (screen != null) {
            add(new ScreenLog(screen));
        }
    }

    /// The file, if there is one to write to; it may not have been created yet.
    public Optional<Path> file() {
        return Optional.ofNullable(file).map(RollingFile::path);
    }

    @Override
    public void close() {
        LogManager.getLogManager().reset();
    }

    private void add(Handler handler) {
        handler.setFormatter(new LogLine());
        root.addHandler(handler);
    }

    private static boolean isProject(Path folder) {
        return Files.exists(folder.resolve("basin.yml")) || Files.exists(folder.resolve("dbt_project.yml"));
    }
}
