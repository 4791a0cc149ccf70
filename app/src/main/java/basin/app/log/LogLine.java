package basin.app.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// `2026-11-20T13:25:00.123Z WARNING basin.lake.LakeTable: message`, and a trace below where there is one.
final class LogLine extends Formatter {

    @Override
    public String format(LogRecord record) {
        StringWriter line = new StringWriter();
        line.append(record.getInstant().truncatedTo(ChronoUnit.MILLIS).toString())
                .append(' ')
                .append(record.getLevel().getName())
                .append(' ')
                .append(record.getLoggerName())
                .append(": ")
                .append(formatMessage(record))
                .append('\n');
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(line));
        }
        return line.toString();
    }
}
