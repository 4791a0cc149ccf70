package basin.app.cli;

import basin.app.terminal.JsonText;
import basin.app.terminal.Screen;
import basin.core.problem.Problem;
import basin.core.problem.ProblemJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// What a command says to machines: one JSON object.
///
/// ```json
/// {"command": "check", "result": null, "problems": [{"what": "unknown mode 'cdd'; ...", ...}], "exit": 2}
/// ```
///
/// The result has a shape of the command's own, and is null if the command came to nothing; problems are as
/// [ProblemJson] says, in the order of reading; the exit code is that of the process.
final class JsonReport implements Audience {

    private final Screen screen;
    private final JsonGenerator json;
    private boolean answered;

    JsonReport(Screen screen, String command) throws IOException {
        this.screen = screen;
        this.json = JsonText.to(screen);
        json.writeStartObject();
        json.writeStringField("command", command);
    }

    @Override
    public void hear(Answer answer) throws IOException {
        json.writeFieldName("result");
        answered = true;
        answer.write(json);
    }

    /// What an answer has left open is closed first.
    @Override
    public void end(List<Problem> problems, int exitCode) throws IOException {
        while (json.getOutputContext().getParent() != null
                && !json.getOutputContext().getParent().inRoot()) {
            if (json.getOutputContext().inArray()) {
                json.writeEndArray();
            } else {
                json.writeEndObject();
            }
        }
        if (!answered) {
            json.writeNullField("result");
        }
        json.writeFieldName("problems");
        json.writeRawValue(ProblemJson.of(problems).toString());
        json.writeNumberField("exit", exitCode);
        json.writeEndObject();
        json.close();
        screen.line();
        screen.flush();
    }
}
