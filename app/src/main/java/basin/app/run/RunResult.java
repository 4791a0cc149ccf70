package basin.app.run;

import basin.app.cli.Answer;
import basin.app.sync.SyncResult;
import basin.app.terminal.Screen;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// What came of each source of a run.
///
/// @param synced   of those that could be read, in the order in which they were
/// @param problems of all of them: why tables, or whole sources, did not arrive
public record RunResult(List<SyncResult> synced, List<Problem> problems) implements Answer {

    public RunResult {
        synced = List.copyOf(synced);
        problems = List.copyOf(problems);
    }

    @Override
    public void show(Screen out) {
        for (int i = 0; i < synced.size(); i++) {
            if (i > 0) {
                out.line();
            }
            synced.get(i).show(out);
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("sources");
        for (SyncResult result : synced) {
            result.write(json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public int exitCode() {
        return problems.isEmpty() ? 0 : new ProblemException(problems).exitCode();
    }
}
