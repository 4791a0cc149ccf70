package basin.app.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that a command line says of a build.
///
/// @param only unique ids of all there is to do, whatever the selection says; null for what that says
public record BuildRequest(
        BuildKind kind,
        ProjectFlags project,
        SelectionFlags selection,
        BuildFlags build,
        @Nullable Set<String> only) {

    /// What was typed.
    public BuildRequest(BuildKind kind, ProjectFlags project, SelectionFlags selection, BuildFlags build) {
        this(kind, project, selection, build, null);
    }

    /// The flags by dbt's names, and `which`: the command. They hold no secrets but what was typed.
    public Map<String, @Nullable Object> arguments() {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put("which", kind.word());
        project.putInto(arguments);
        selection.putInto(arguments);
        build.putInto(arguments);
        return arguments;
    }

    /// What an earlier command asked for, of some of what it was to do.
    ///
    /// @param arguments as [#arguments()] made them
    static BuildRequest again(JsonNode arguments, Set<String> only) {
        BuildKind kind = BuildKind.of(arguments.path("which").textValue());
        return new BuildRequest(
                Objects.requireNonNullElse(kind, BuildKind.BUILD),
                ProjectFlags.of(arguments),
                SelectionFlags.of(arguments),
                BuildFlags.of(arguments),
                Set.copyOf(only));
    }
}
