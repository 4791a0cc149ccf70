package basin.app.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/// A log file that is appended to, and set aside when it has grown to 5 MB: `basin.log`, then `basin.log.1` to
/// `basin.log.4`. It is opened for each record, since records are few and several processes may write to it.
final class RollingFile extends Handler {

    private static final long MOST_BYTES = 5_000_000;
    private static final int SET_ASIDE = 4;

    private final Path path;

    RollingFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (Files.exists(path) && Files.size(path) > MOST_BYTES) {
                roll();
            }
            Files.writeString(
                    path,
                    getFormatter().format(record),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            // A log that cannot be written must not stop the work, and there is nowhere left to say so.
            return;
        }
    }

    private void roll() throws IOException {
        for (int i = SET_ASIDE; i > 0; i--) {
            Path younger = i == 1 ? path : numbered(i - 1);
            if (Files.exists(younger)) {
                Files.move(younger, numbered(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int number) {
        return path.resolveSibling(path.getFileName() + "." + number);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
