package basin.app.result;

import basin.core.rows.Batch;
import basin.core.rows.Field;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// One row as a JSON object, its columns in their order.
final class JsonRow {
    private JsonRow() {}

    static void write(JsonGenerator json, Batch batch, int row) throws IOException {
        List<Field> fields = batch.schema().fields();
        json.writeStartObject();
        for (int i = 0; i < fields.size(); i++) {
            json.writeFieldName(fields.get(i).name());
            ValueJson.write(json, batch.column(i).get(row));
        }
        json.writeEndObject();
    }
}
