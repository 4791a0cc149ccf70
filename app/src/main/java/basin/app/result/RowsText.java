package basin.app.result;

import basin.app.terminal.JsonText;
import basin.app.terminal.Screen;
import basin.core.rows.Rows;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Rows onto a screen in one of the formats that are text.
public final class RowsText {
    private RowsText() {}

    /// Writes all `rows`, which the caller closes, and says how many there were.
    ///
    /// @throws IllegalArgumentException for [ResultFormat#PARQUET], which no screen shows
    public static long write(Rows rows, ResultFormat format, Screen screen) {
        return switch (format) {
            case TABLE ->
                PlanResult.isPlan(rows.schema())
                        ? new PlanResult(screen).write(rows)
                        : new TableResult(screen).write(rows);
            case CSV -> new CsvResult(screen).write(rows);
            case JSON, NDJSON -> writeJson(rows, format == ResultFormat.JSON, screen);
            case PARQUET -> throw new IllegalArgumentException("Parquet is not text");
        };
    }

    private static long writeJson(Rows rows, boolean inArray, Screen screen) {
        long count;
        try (JsonGenerator json = JsonText.to(screen)) {
            // An array that a failure cut off must not look as if it were whole.
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            count = (inArray ? JsonResult.array(json) : JsonResult.lines(json)).write(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (inArray || count > 0) {
            screen.line();
        }
        screen.flush();
        return count;
    }
}
