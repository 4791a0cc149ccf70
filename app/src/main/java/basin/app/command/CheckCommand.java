package basin.app.command;

import basin.app.build.ProjectFlags;
import basin.app.build.ResourceCounts;
import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.terminal.Figures;
import basin.app.terminal.Grid;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.project.Project;
import basin.core.project.ProjectReading;
import basin.core.project.SourceDefinition;
import basin.model.project.DbtProject;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/// `basin check`
@picocli.CommandLine.Command(
        name = "check",
        header = "Read the project and find every mistake in it.",
        description = "Reads files only: connects to nothing, opens and changes nothing.",
        footer = {
            "",
            "Examples:",
            "  basin check                     the project in the current folder",
            "  basin check --project shop      another one",
            "  basin check --json              the same for a program: problems with file, line and column"
        })
public final class CheckCommand implements Command {

    @Mixin
    private final ProjectFlags flags = new ProjectFlags();

    @Override
    public Answer run(Workplace workplace) {
        ProjectReading reading = workplace.reading();
        List<Problem> problems = new ArrayList<>(reading.problems());
        ResourceCounts resources = ResourceCounts.NONE;
        if (Files.exists(workplace.folder().resolve(DbtProject.FILE))) {
            try {
                resources = ResourceCounts.of(workplace, flags);
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new Sound(reading.project(), resources);
    }

    private record Sound(Project project, ResourceCounts resources) implements Answer {
        @Override
        public void show(Screen out) {
            List<SourceDefinition> sources = project.sources();
            out.line(out.paint(Ink.GREEN, "✔") + " " + out.paint(Ink.BOLD, project.name()) + ": "
                    + Figures.count(sources.size(), "source") + resources.text() + ", no mistakes");
            if (!sources.isEmpty()) {
                Grid grid = new Grid(
                        out,
                        List.of(Grid.Column.words("source"), Grid.Column.words("type"), Grid.Column.words("file")));
                sources.forEach(source ->
                        grid.row(source.name(), source.type(), source.place().toString()));
                grid.end();
            }
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("project", project.name());
            json.writeStringField("folder", project.folder().toString());
            json.writeArrayFieldStart("sources");
            for (SourceDefinition source : project.sources()) {
                json.writeStartObject();
                json.writeStringField("name", source.name());
                json.writeStringField("type", source.type());
                json.writeStringField("file", source.place().file().toString());
                json.writeNumberField("line", source.place().line());
                json.writeEndObject();
            }
            json.writeEndArray();
            resources.write(json);
            json.writeEndObject();
        }
    }
}
