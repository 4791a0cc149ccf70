package basin.app.build;

import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Problems;
import basin.core.settings.Environment;
import basin.model.document.Findings;
import basin.model.document.Mapping;
import basin.model.document.Reading;
import basin.model.document.ValueTemplates;
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

    /// What reading the project takes.
    ///
    /// @throws ProblemException if `--vars` is no mapping, or `.env` is wrong
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
        Findings findings = new Findings();
        Mapping mapping = new Reading(ValueTemplates.NONE, findings).parse(vars, Path.of("--vars"));
        if (mapping == null || !findings.mistakes().isEmpty()) {
            throw new ProblemException(Problem.wrong("--vars is no mapping in YAML: " + vars, Place.NOWHERE)
                    .advise("write --vars '{name: value}'"));
        }
        return mapping.rawValues();
    }

    /// The flags by dbt's names.
    void putInto(Map<String, @Nullable Object> arguments) {
        arguments.put("vars", variables());
        arguments.put("profile", profile);
        arguments.put("target", target);
        arguments.put("profiles_dir", profilesFolder == null ? null : profilesFolder.toString());
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
        return flags;
    }
}
