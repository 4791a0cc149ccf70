package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.model.graph.ProjectGraph;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A dbt project that was read and found right.
///
/// @param name the project's
/// @param manifest what was written of it, as a path
public record ParsedProject(String name, ResourceCounts counts, String manifest) implements Answer {

    /// Reads it, and leaves `manifest.json` behind.
    ///
    /// @throws basin.core.problem.ProblemException with every mistake in it
    public static ParsedProject of(Workplace workplace, ProjectFlags flags) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        ProjectCommand command = new ProjectCommand("parse", arguments);
        try (Progress progress = workplace.progress()) {
            ProjectGraph graph = command.read(workplace, flags, progress).graph();
            TargetFolder folder = flags.target(graph.tree().root());
            folder.writeManifest(graph, command.artifact());
            return new ParsedProject(
                    graph.tree().root().name(), ResourceCounts.of(graph), folder.shown("manifest.json"));
        }
    }

    @Override
    public void show(Screen out) {
        out.line(out.paint(Ink.GREEN, "✔") + " " + name + ": no mistakes" + counts.text() + "; wrote " + manifest);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("project", name);
        counts.write(json);
        json.writeStringField("manifest", manifest);
        json.writeEndObject();
    }
}
