package basin.app.serve;

import basin.app.cli.Answer;
import basin.app.terminal.Figures;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.core.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/// What came while a project was served.
///
/// @param sources  how many sources were followed
/// @param changes  how many changes came from them
/// @param rejected how many rows went into quarantine instead
public record ServingResult(int sources, long changes, long rejected, List<Problem> problems) implements Answer {

    static ServingResult of(Collection<FollowingLines> lines) {
        return new ServingResult(
                lines.size(),
                lines.stream().mapToLong(FollowingLines::changes).sum(),
                lines.stream().mapToLong(FollowingLines::rejected).sum(),
                lines.stream().flatMap(source -> source.problems().stream()).toList());
    }

    @Override
    public void show(Screen out) {
        String mark = problems.isEmpty() ? out.paint(Ink.GREEN, "✔") : out.paint(Ink.RED, "✘");
        out.line(mark + " followed " + Figures.count(sources, "source") + ": " + Figures.count(changes, "change")
                + (rejected == 0 ? "" : ", " + Figures.count(rejected, "row") + " in quarantine"));
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("sources", sources);
        json.writeNumberField("changes", changes);
        json.writeNumberField("quarantined", rejected);
        json.writeEndObject();
    }

    @Override
    public int exitCode() {
        return problems.isEmpty() ? 0 : 1;
    }
}
