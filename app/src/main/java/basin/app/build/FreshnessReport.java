package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.terminal.Figures;
import basin.app.terminal.Grid;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.engine.QueryOptions;
import basin.engine.workspace.WorkspaceSession;
import basin.model.artifact.ArtifactFile;
import basin.model.artifact.SourceFreshness;
import basin.model.artifact.SourceFreshness.Look;
import basin.model.resource.Freshness;
import basin.model.resource.Source;
import basin.run.build.ModelProject;
import basin.run.build.SourceAge;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How old the newest rows of sources are, against what the project expects.
///
/// @param looks one for each source table of which something is expected
/// @param problems why some could not be looked at
public record FreshnessReport(List<Look> looks, List<Problem> problems) implements Answer {
    private static final String ERROR = "error";

    public FreshnessReport {
        looks = List.copyOf(looks);
        problems = List.copyOf(problems);
    }

    /// Looks at the selected sources, and leaves `sources.json` behind.
    ///
    /// @param output where that is written; null for the target folder
    /// @throws ProblemException if the project or the selection is wrong
    public static FreshnessReport of(
            Workplace workplace, ProjectFlags flags, SelectionFlags selection, @Nullable Path output) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        selection.putInto(arguments);
        ProjectCommand command = new ProjectCommand("freshness", arguments);
        try (Progress progress = workplace.progress()) {
            ModelProject project = command.read(workplace, flags, progress);
            Set<String> selected = selection.of(project.graph(), workplace);
            List<Look> looks = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            try (WorkspaceSession session =
                    workplace.workspace(project.graph().tree()).session(QueryOptions.usual())) {
                SourceAge age = new SourceAge(workplace.lake(), session);
                for (Source source : project.graph().sources()) {
                    Freshness expected = source.freshness();
                    if (expected != null && selected.contains(source.uniqueId())) {
                        looks.add(look(source, expected, age, problems));
                    }
                }
            }
            Path file = output == null
                    ? flags.target(project.graph().tree().root()).path().resolve(SourceFreshness.FILE)
                    : workplace.resolve(output);
            double seconds = Duration.between(command.start(), Clock.systemUTC().instant())
                            .toMillis()
                    / 1000.0;
            ArtifactFile.write(file, SourceFreshness.of(looks, seconds, command.artifact()));
            return new FreshnessReport(looks, problems);
        }
    }

    private static Look look(Source source, Freshness expected, SourceAge age, List<Problem> problems) {
        Instant now = Clock.systemUTC().instant();
        Instant newest = null;
        String status = "runtime error";
        String error = null;
        try {
            newest = age.newest(source);
            if (newest == null) {
                error = "the table has no rows";
                status = ERROR;
            } else {
                status = SourceAge.status(expected, newest, now);
            }
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            error = e.problems().getFirst().what();
        }
        double seconds = Duration.between(now, Clock.systemUTC().instant()).toMillis() / 1000.0;
        return new Look(
                source.uniqueId(),
                newest,
                now,
                status,
                expected,
                error,
                Thread.currentThread().getName(),
                seconds);
    }

    @Override
    public void show(Screen out) {
        if (looks.isEmpty()) {
            out.line("Nothing is expected of the sources: give them a freshness in YAML.");
            return;
        }
        Grid grid = new Grid(
                out,
                List.of(Grid.Column.words("source"), Grid.Column.words("status"), Grid.Column.numbers("newest row")));
        for (Look look : looks) {
            Instant newest = look.newest();
            String age = newest == null ? "" : Figures.duration(Duration.between(newest, look.lookedAt())) + " ago";
            grid.row(look.uniqueId().replaceFirst("^source\\.[^.]+\\.", ""), look.status(), age);
        }
        grid.end();
        if (exitCode() != 0) {
            out.line(out.paint(Ink.RED, "✘") + " some sources are older than they may be");
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("sources");
        for (Look look : looks) {
            json.writeStartObject();
            json.writeStringField("id", look.uniqueId());
            json.writeStringField("status", look.status());
            if (look.newest() != null) {
                json.writeStringField("newest", look.newest().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public int exitCode() {
        return looks.stream().anyMatch(look -> look.status().endsWith(ERROR)) ? 1 : 0;
    }
}
