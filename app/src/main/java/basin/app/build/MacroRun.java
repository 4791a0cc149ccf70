package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.terminal.Figures;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.engine.QueryOptions;
import basin.engine.workspace.Workspace;
import basin.run.build.ModelProject;
import basin.run.build.Operation;
import basin.run.owner.Ownership;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A macro that was called for its own sake.
///
/// @param result the macro's text, or what it returned as text; null if nothing
public record MacroRun(String macro, @Nullable String result, Duration took) implements Answer {

    /// Calls it.
    ///
    /// @param arguments a mapping in YAML
    /// @throws basin.core.problem.ProblemException if the project is wrong, or the macro fails
    public static MacroRun of(Workplace workplace, ProjectFlags flags, String macro, String arguments) {
        Operation operation = new Operation(macro, YamlMapping.of("--args", arguments));
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        flags.putInto(said);
        said.put("macro", macro);
        said.put("args", operation.arguments());
        ProjectCommand command = new ProjectCommand("run-operation", said);
        try (Ownership _ = workplace.own("basin run-operation");
                Progress progress = workplace.progress()) {
            ModelProject project = command.read(workplace, flags, progress);
            Workspace workspace = workplace.workspace(project.graph().tree());
            Object result = operation.run(project, workspace, QueryOptions.usual());
            String text = result == null ? "" : result.toString().strip();
            return new MacroRun(
                    macro,
                    text.isEmpty() ? null : text,
                    Duration.between(command.start(), Clock.systemUTC().instant()));
        }
    }

    @Override
    public void show(Screen out) {
        out.line(out.paint(Ink.GREEN, "✔") + " " + macro + " in " + Figures.duration(took));
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("macro", macro);
        json.writeStringField("result", result);
        json.writeEndObject();
    }
}
