package basin.app.build;

import basin.app.workplace.Workplace;
import basin.core.problem.Problems;
import basin.core.settings.Environment;
import basin.model.project.DbtProject;
import basin.model.project.ProjectOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is said of a dbt project from outside of it: its variables, and what it runs against.
public final class ProjectFlags {
    @Option(names = "--vars", paramLabel = "YAML", description = "Variables of the project: '{start: 2026-01-01}'.")
    String vars = "{}";

    @Option(names = "--profile", paramLabel = "NAME", description = "The profile, in place of the project's.")
    @Nullable
    String profile;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "NAME",
            description = "The output of the profile, in place of its default.")
    @Nullable
    String target;

    @Option(names = "--profiles-dir", paramLabel = "DIR", description = "Where profiles.yml is.")
    @Nullable
    Path profilesFolder;

    @Option(
            names = "--target-path",
            paramLabel = "DIR",
            description = "Where to leave artifacts and SQL, in place of the project's target-path.")
    @Nullable
    String artifacts;

    @Option(
            names = "--warn-error",
            negatable = true,
            description = "Take what is worth a warning for a mistake, tests that warn among it.")
    boolean warnError;

    /// What reading the project takes.
    ///
    /// @throws basin.core.problem.ProblemException if `--vars` is no mapping, or `.env` is wrong
    public ProjectOptions options(Workplace workplace) {
        Problems problems = new Problems();
        Environment environment = Environment.of(workplace.surroundings().environment(), workplace.folder(), problems);
        problems.throwIfAny();
        return new ProjectOptions(
                workplace.folder(),
                environment,
                variables(),
                profile,
                target,
                profilesFolder == null ? null : workplace.resolve(profilesFolder),
                List.of("duckdb"));
    }

    /// The variables as plain values.
    Map<String, @Nullable Object> variables() {
        return YamlMapping.of("--vars", vars);
    }

    /// Where artifacts and SQL of the project are left.
    TargetFolder target(DbtProject root) {
        return new TargetFolder(root.folder(), artifacts == null ? root.targetFolder() : artifacts);
    }

    /// Whether what is worth a warning is a mistake.
    boolean isStrict() {
        return warnError;
    }

    /// The flags by dbt's names.
    void putInto(Map<String, @Nullable Object> arguments) {
        arguments.put("vars", variables());
        arguments.put("profile", profile);
        arguments.put("target", target);
        arguments.put("profiles_dir", profilesFolder == null ? null : profilesFolder.toString());
        arguments.put("target_path", artifacts);
        arguments.put("warn_error", warnError);
    }

    /// The flags that an earlier command had.
    ///
    /// @param arguments as [#putInto] made them
    static ProjectFlags of(JsonNode arguments) {
        ProjectFlags flags = new ProjectFlags();
        JsonNode vars = arguments.path("vars");
        flags.vars = vars.isObject() ? vars.toString() : "{}";
        flags.profile = arguments.path("profile").textValue();
        flags.target = arguments.path("target").textValue();
        String folder = arguments.path("profiles_dir").textValue();
        flags.profilesFolder = folder == null ? null : Path.of(folder);
        flags.artifacts = arguments.path("target_path").textValue();
        flags.warnError = arguments.path("warn_error").asBoolean();
        return flags;
    }
}
