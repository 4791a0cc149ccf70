package basin.app.build;

import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.engine.workspace.Workspace;
import basin.model.project.DbtProject;
import basin.model.selection.EarlierState;
import basin.run.build.Deferral;
import basin.run.build.ModelProject;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// An earlier state of the project, and what it is good for, in dbt's words.
final class StateFlags {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "The artifacts of an earlier run, which state:, result: and --defer go by.")
    @Nullable
    Path state;

    @Option(
            names = "--defer",
            negatable = true,
            description = "Read what is left out and not there from where the earlier run has it.")
    boolean defer;

    @Option(
            names = "--defer-state",
            paramLabel = "DIR",
            description = "The artifacts that --defer goes by, where those are others than of --state.")
    @Nullable
    Path deferState;

    @Option(
            names = "--favor-state",
            negatable = true,
            description = "With --defer: read what is left out from there even if it is here, too.")
    boolean favourState;

    /// The state to compare with; null if none is named.
    ///
    /// @throws ProblemException if its artifacts cannot be read
    @Nullable
    EarlierState earlier(DbtProject root, Workplace workplace) {
        Path artifacts = root.folder().resolve(root.targetFolder());
        return state == null ? null : EarlierState.read(workplace.resolve(state), artifacts);
    }

    /// The project, whose models are read from the earlier state where the flags say so.
    ///
    /// @param selected unique ids of what the command is about
    /// @throws ProblemException if there is nothing to defer to
    ModelProject deferring(ModelProject project, Set<String> selected, Workspace workspace, Workplace workplace) {
        if (!defer) {
            return project;
        }
        Path folder = deferState == null ? state : deferState;
        if (folder == null) {
            throw new ProblemException(Problem.wrong("--defer does not know what to defer to", Place.NOWHERE)
                    .advise("name the folder of an earlier run's artifacts: --state DIR"));
        }
        EarlierState earlier = EarlierState.read(workplace.resolve(folder), null);
        return project.deferring(Deferral.to(earlier, project.graph(), selected, workspace, favourState));
    }

    /// The flags by dbt's names.
    void putInto(Map<String, @Nullable Object> arguments) {
        arguments.put("state", state == null ? null : state.toString());
        arguments.put("defer", defer);
        arguments.put("defer_state", deferState == null ? null : deferState.toString());
        arguments.put("favor_state", favourState);
    }

    /// The flags that an earlier command had.
    ///
    /// @param arguments as [#putInto] made them
    static StateFlags of(JsonNode arguments) {
        StateFlags flags = new StateFlags();
        flags.state = path(arguments.path("state"));
        flags.defer = arguments.path("defer").asBoolean();
        flags.deferState = path(arguments.path("defer_state"));
        flags.favourState = arguments.path("favor_state").asBoolean();
        return flags;
    }

    private static @Nullable Path path(JsonNode text) {
        return text.isTextual() ? Path.of(text.textValue()) : null;
    }
}
