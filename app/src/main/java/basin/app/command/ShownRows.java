package basin.app.command;

import basin.app.cli.Answer;
import basin.app.result.JsonResult;
import basin.app.result.ResultFormat;
import basin.app.result.RowsText;
import basin.app.terminal.Figures;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/// The rows that answer a question, shown as they come.
///
/// @param rows       closed once they have been told
/// @param elapsed    how long it has taken so far
/// @param withRemark whether to say below a table how many rows there were, and how long they took
record ShownRows(SqlText question, Rows rows, ResultFormat format, Supplier<Duration> elapsed, boolean withRemark)
        implements Answer {

    @Override
    public void show(Screen out) {
        try (rows) {
            long count = question.told(() -> RowsText.write(rows, format, out));
            if (withRemark && format == ResultFormat.TABLE) {
                String remark = "(" + Figures.count(count, "row") + ", " + Figures.duration(elapsed.get()) + ")";
                out.line(out.paint(Ink.DIM, remark));
            }
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        try (rows) {
            json.writeStartObject();
            json.writeArrayFieldStart("columns");
            for (Field field : rows.schema().fields()) {
                json.writeStartObject();
                json.writeStringField("name", field.name());
                json.writeStringField("type", field.type().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeFieldName("rows");
            long count = question.told(() -> JsonResult.array(json).write(rows));
            json.writeNumberField("count", count);
            json.writeEndObject();
        }
    }
}
