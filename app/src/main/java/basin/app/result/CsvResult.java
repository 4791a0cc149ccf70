package basin.app.result;

import basin.app.terminal.Screen;
import basin.core.rows.Batch;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import org.jspecify.annotations.Nullable;

/// Comma-separated values with a header, quoted as RFC 4180 says; lines end in a line feed, as Unix tools
/// expect. Null is nothing between two commas, the empty text is `""`.
public final class CsvResult implements ResultWriter {

    private final Screen screen;

    public CsvResult(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void begin(Schema schema) {
        boolean first = true;
        for (Field field : schema.fields()) {
            cell(first, field.name());
            first = false;
        }
        screen.line();
    }

    @Override
    public void row(Batch batch, int row) {
        for (int i = 0; i < batch.columns().size(); i++) {
            Object value = batch.column(i).get(row);
            cell(i == 0, value == null ? null : ValueText.of(value));
        }
        screen.line();
    }

    @Override
    public void flush() {
        screen.flush();
    }

    @Override
    public void end() {
        screen.flush();
    }

    private void cell(boolean first, @Nullable String text) {
        if (!first) {
            screen.write(',');
        }
        if (text != null) {
            screen.write(mustBeQuoted(text) ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
    }

    private static boolean mustBeQuoted(String text) {
        if (text.isEmpty()) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
