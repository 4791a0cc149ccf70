package basin.app.run;

import basin.app.build.BuildResult;
import basin.app.cli.Answer;
import basin.app.sync.SyncResult;
import basin.app.terminal.Screen;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of each source of a run, and of the models.
///
/// @param synced   of the sources that could be read, in the order in which they were
/// @param built    what came of the models; null where the project has none
/// @param notSynced why tables, or whole sources, did not arrive
public record RunResult(List<SyncResult> synced, @Nullable BuildResult built, List<Problem> notSynced)
        implements Answer {

    public RunResult {
        synced = List.copyOf(synced);
        notSynced = List.copyOf(notSynced);
    }

    @Override
    public void show(Screen out) {
        for (int i = 0; i < synced.size(); i++) {
            if (i > 0) {
                out.line();
            }
            synced.get(i).show(out);
        }
        if (built != null) {
            if (!synced.isEmpty()) {
                out.line();
            }
            built.show(out);
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
        if (built != null) {
            json.writeFieldName("models");
            built.write(json);
        }
        json.writeEndObject();
    }

    @Override
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(notSynced);
        if (built != null) {
            all.addAll(built.problems());
        }
        return all;
    }

    @Override
    public int exitCode() {
        int ofSources = notSynced.isEmpty() ? 0 : new ProblemException(notSynced).exitCode();
        return built == null ? ofSources : Math.max(ofSources, built.exitCode());
    }
}
