package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.terminal.TextWidth;
import basin.app.workplace.Workplace;
import basin.engine.QueryOptions;
import basin.engine.workspace.WorkspaceSession;
import basin.model.project.DbtProject;
import basin.model.project.Target;
import basin.run.build.ModelProject;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a dbt project is, what it runs against, and that it can.
///
/// @param facts what there is to say, by name
public record Diagnosis(Map<String, String> facts) implements Answer {

    /// Reads the project and opens what it runs against.
    ///
    /// @throws basin.core.problem.ProblemException if the project is wrong, or its lake cannot be opened
    public static Diagnosis of(Workplace workplace, ProjectFlags flags) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        try (Progress progress = workplace.progress()) {
            ModelProject project = new ProjectCommand("debug", arguments).read(workplace, flags, progress);
            DbtProject root = project.graph().tree().root();
            Target target = project.graph().tree().target();
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("project", root.name() + ", in " + root.folder());
            facts.put("profile", root.profile() == null ? "none" : root.profile());
            facts.put("target", target.name() + ", of type " + target.type());
            facts.put("database", target.database());
            facts.put("schema", target.schema());
            facts.put("threads", String.valueOf(target.threads()));
            facts.put("lake", workplace.lake().folder().toString());
            try (WorkspaceSession session =
                    workplace.workspace(project.graph().tree()).session(QueryOptions.usual())) {
                session.execute("select 1");
            }
            return new Diagnosis(facts);
        }
    }

    @Override
    public void show(Screen out) {
        int widest = facts.keySet().stream().mapToInt(TextWidth::of).max().orElse(0);
        facts.forEach((name, fact) -> out.line(out.paint(Ink.DIM, TextWidth.padRight(name, widest)) + "  " + fact));
        out.line(out.paint(Ink.GREEN, "✔") + " everything can be read and opened");
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
    }
}
