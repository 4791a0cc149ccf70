package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.terminal.Figures;
import basin.app.terminal.Grid;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.project.Project;
import basin.core.project.SourceDefinition;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

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

    @Override
    public Answer run(Workplace workplace) {
        return new Sound(workplace.project());
    }

    private record Sound(Project project) implements Answer {
        @Override
        public void show(Screen out) {
            List<SourceDefinition> sources = project.sources();
            out.line(out.paint(Ink.GREEN, "✔") + " " + out.paint(Ink.BOLD, project.name()) + ": "
                    + Figures.count(sources.size(), "source") + ", no mistakes");
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
            json.writeEndObject();
        }
    }
}
