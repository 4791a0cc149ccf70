package basin.app.command;

import basin.app.cli.Answer;
import basin.app.terminal.Figures;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// The rows that answer a question, in a file.
///
/// @param file    as it was typed
/// @param count   how many there are
/// @param elapsed how long they took
record WrittenRows(Path file, long count, Duration elapsed) implements Answer {

    @Override
    public void show(Screen out) {
        out.line(out.paint(Ink.GREEN, "wrote") + " " + file + " (" + Figures.count(count, "row") + ", "
                + Figures.duration(elapsed) + ")");
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.toString());
        json.writeNumberField("count", count);
        json.writeEndObject();
    }
}
