package basin.app.command;

import basin.app.cli.Answer;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.terminal.Visible;
import basin.core.stream.TableName;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A tag that was set or deleted.
///
/// @param version what it names now; null if it is gone
record TagChange(TableName table, String name, @Nullable Long version) implements Answer {

    @Override
    public void show(Screen out) {
        String tag = "tag '" + Visible.text(name) + "'";
        out.line(out.paint(Ink.GREEN, "✔") + " " + out.paint(Ink.BOLD, Visible.text(table.toString())) + ": "
                + (version == null ? tag + " deleted" : tag + " is version " + version));
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.toString());
        json.writeStringField("tag", name);
        if (version == null) {
            json.writeNullField("version");
        } else {
            json.writeNumberField("version", version);
        }
        json.writeEndObject();
    }
}
