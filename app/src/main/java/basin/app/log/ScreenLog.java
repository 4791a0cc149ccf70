package basin.app.log;

import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/// Shows the log to who asked for it.
final class ScreenLog extends Handler {

    private final Screen screen;

    ScreenLog(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            screen.line(screen.paint(Ink.DIM, getFormatter().format(record).stripTrailing()));
            screen.flush();
        }
    }

    @Override
    public void flush() {
        screen.flush();
    }

    @Override
    public void close() {}
}
