package basin.run.build;

import basin.engine.QueryOptions;
import basin.engine.workspace.Workspace;
import basin.engine.workspace.WorkspaceSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A macro that is called for its own sake: its statements change what they change.
///
/// @param macro `grant_select`, or `dbt_utils.log_info`
/// @param arguments by name
public record Operation(String macro, Map<String, @Nullable Object> arguments) {

    /// Calls it, in a session of its own.
    ///
    /// @return the macro's text, or the value of its `return`
    /// @throws basin.core.problem.ProblemException if there is no such macro, or it fails
    public @Nullable Object run(ModelProject project, Workspace workspace, QueryOptions options) {
        try (WorkspaceSession session = workspace.session(options)) {
            WorkspaceAdapter adapter = new WorkspaceAdapter(
                    workspace, () -> session, project.graph().tree().target().database());
            return project.compiler().operation(macro, arguments, project.referents(), adapter);
        }
    }
}
