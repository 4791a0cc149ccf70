package basin.model.project;

import basin.core.settings.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is said about a project from outside of it, on the command line or by its surroundings.
///
/// @param folder the project folder, absolute
/// @param environment the variables that `env_var` sees
/// @param vars the variables of `--vars`
/// @param profile the profile to use in place of the one that the project names; null for that one
/// @param target the output to use in place of the one that the profile names; null for that one
/// @param profilesFolder where `profiles.yml` is; null to look for it
/// @param engines the types of outputs that can be run, the one for all others first
public record ProjectOptions(
        Path folder,
        Environment environment,
        Map<String, @Nullable Object> vars,
        @Nullable String profile,
        @Nullable String target,
        @Nullable Path profilesFolder,
        List<String> engines) {

    /// Nothing is said.
    public static ProjectOptions of(Path folder, Environment environment) {
        return new ProjectOptions(
                folder.toAbsolutePath().normalize(), environment, Map.of(), null, null, null, List.of("duckdb"));
    }

    /// The same with variables.
    public ProjectOptions withVars(Map<String, @Nullable Object> given) {
        return new ProjectOptions(folder, environment, given, profile, target, profilesFolder, engines);
    }

    /// The same with another output.
    public ProjectOptions withTarget(@Nullable String name) {
        return new ProjectOptions(folder, environment, vars, profile, name, profilesFolder, engines);
    }
}
