package basin.app.result;

import basin.core.rows.Batch;
import basin.core.rows.Schema;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;

/// One JSON object per row: in one array, or one after the other, each on a line of its own (NDJSON).
public final class JsonResult implements ResultWriter {

    private final JsonGenerator json;
    private final boolean inArray;

    private JsonResult(JsonGenerator json, boolean inArray) {
        this.json = json;
        this.inArray = inArray;
    }

    /// @param json stands where a value may stand; the caller closes it
    public static JsonResult array(JsonGenerator json) {
        return new JsonResult(json, true);
    }

    /// @param json writes line breaks between values; the caller closes it
    public static JsonResult lines(JsonGenerator json) {
        return new JsonResult(json, false);
    }

    @Override
    public void begin(Schema schema) {
        if (inArray) {
            write(json::writeStartArray);
        }
    }

    @Override
    public void row(Batch batch, int row) {
        write(() -> JsonRow.write(json, batch, row));
    }

    @Override
    public void flush() {
        write(json::flush);
    }

    @Override
    public void end() {
        if (inArray) {
            write(json::writeEndArray);
        }
    }

    private interface Write {
        void run() throws IOException;
    }

    private static void write(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
