package basin.model.project;

import basin.core.problem.Place;
import basin.core.problem.Suggestion;
import basin.model.document.Findings;
import basin.model.document.Mapping;
import basin.model.document.Reading;
import basin.model.document.ValueTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the profile of a project and chooses one of its outputs.
///
/// `profiles.yml` is looked for in the folder that was named, in that of the environment variable
/// `DBT_PROFILES_DIR`, in the project folder and in `~/.dbt`, in this order. A project without a profile runs
/// on DuckDB.
final class ProfileReader {
    private static final String FILE = "profiles.yml";

    /// Words that not all adapters use for the same thing.
    private static final List<String> DATABASE_KEYS = List.of("database", "catalog", "dbname", "project");
    private static final List<String> SCHEMA_KEYS = List.of("schema", "dataset");

    private final ProjectOptions options;
    private final ValueTemplates templates;
    private final Findings findings;

    ProfileReader(ProjectOptions options, ValueTemplates templates, Findings findings) {
        this.options = options;
        this.templates = templates;
        this.findings = findings;
    }

    /// The target to run against.
    ///
    /// @param profile the name of the profile
    /// @return null if the profile is wrong, which is then a mistake
    @Nullable
    Target read(String profile) {
        Path file = file();
        if (file == null) {
            return withoutProfile(profile);
        }
        Path shownAs = shownAs(file);
        Mapping profiles = parse(file, shownAs);
        if (profiles == null) {
            return null;
        }
        if (!profiles.has(profile)) {
            if (file.equals(ofUser())) {
                // The user's own file belongs to all projects, and need not know of this one.
                return withoutProfile(profile);
            }
            Set<String> names = new TreeSet<>(profiles.keys());
            names.remove("config");
            findings.mistake(
                    "unknown profile '%s'; the file has %s".formatted(profile, listed(names)),
                    new Place.InFile(shownAs),
                    Suggestion.didYouMean(profile, names));
            return null;
        }
        Mapping found = profiles.mapping(profile);
        return found == null ? null : target(profile, found);
    }

    private @Nullable Target withoutProfile(String profile) {
        if (options.profile() != null) {
            findings.mistake(
                    "unknown profile '" + profile + "'; there is no profiles.yml that has it",
                    Place.NOWHERE,
                    "write one, or name the folder where it is: --profiles-dir DIR");
            return null;
        }
        if (options.target() != null && !options.target().equals("dev")) {
            findings.mistake(
                    "unknown target '" + options.target() + "'; the project has no profile, and its target is 'dev'",
                    Place.NOWHERE,
                    "write a profiles.yml with such an output");
            return null;
        }
        return Target.withoutProfile(profile);
    }

    private @Nullable Target target(String profile, Mapping found) {
        Mapping outputs = found.mapping("outputs");
        if (outputs == null || outputs.keys().isEmpty()) {
            findings.mistake(
                    "the profile '" + profile + "' has no outputs",
                    found.place(),
                    "add 'outputs: {dev: {type: duckdb}}'");
            return null;
        }
        String name = options.target() != null ? options.target() : found.text("target", "default");
        if (!outputs.has(name)
                && options.target() == null
                && !found.has("target")
                && outputs.keys().size() == 1) {
            name = outputs.keys().iterator().next();
        }
        Mapping output = outputs.mapping(name);
        if (output == null) {
            findings.mistake(
                    "unknown target '%s'; the profile '%s' has %s".formatted(name, profile, listed(outputs.keys())),
                    found.has("target") && options.target() == null ? found.place("target") : outputs.place(),
                    Suggestion.didYouMean(name, outputs.keys()));
            return null;
        }
        String runnable = canRun(output) || options.target() != null ? null : runnable(outputs);
        if (runnable != null) {
            findings.remark(
                    "the output '%s' is of type '%s', so '%s' is taken in its place"
                            .formatted(name, output.text("type"), runnable),
                    output.place("type"),
                    null);
            name = runnable;
            output = Objects.requireNonNull(outputs.mapping(runnable));
        }
        return target(profile, name, output);
    }

    private boolean canRun(Mapping output) {
        String type = output.text("type");
        return type == null || options.engines().contains(type);
    }

    /// The first output of a type that can be run, or null.
    private @Nullable String runnable(Mapping outputs) {
        for (String name : outputs.keys()) {
            Mapping output = outputs.raw(name) instanceof Map<?, ?> ? outputs.mapping(name) : null;
            if (output != null && output.has("type") && canRun(output)) {
                return name;
            }
        }
        return null;
    }

    private @Nullable Target target(String profile, String name, Mapping written) {
        String declared = written.required("type", "an output");
        if (declared == null) {
            return null;
        }
        Mapping output = written;
        String type = declared;
        if (!options.engines().contains(declared)) {
            type = options.engines().getFirst();
            findings.remark(
                    "the output '%s' is of type '%s', and is run on %s".formatted(name, declared, type),
                    written.place("type"),
                    null);
            // Nobody connects to what it names, so it does no harm where that cannot be rendered.
            output = written.with(new Reading(templates, new Findings()));
        }
        Map<String, @Nullable Object> keys = output.values();
        return new Target(name, profile, type, database(declared, keys), schema(keys), threads(output), keys);
    }

    private static String database(String type, Map<String, @Nullable Object> keys) {
        for (String key : DATABASE_KEYS) {
            Object database = keys.get(key);
            if (database != null) {
                return database.toString();
            }
        }
        if (type.equals("duckdb") && keys.get("path") instanceof String path && !path.startsWith(":memory:")) {
            return stem(path);
        }
        return type.equals("duckdb") ? "memory" : "dev";
    }

    /// DuckDB calls a database after its file.
    private static String stem(String path) {
        String withoutOptions = path.replaceFirst("\\?.*", "");
        String file = withoutOptions.substring(withoutOptions.lastIndexOf('/') + 1);
        if (path.startsWith("md:") || path.startsWith("motherduck:")) {
            file = file.substring(file.indexOf(':') + 1);
        }
        int dot = file.indexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        return stem.isEmpty() ? "memory" : stem;
    }

    private static String schema(Map<String, @Nullable Object> keys) {
        for (String key : SCHEMA_KEYS) {
            Object schema = keys.get(key);
            if (schema != null) {
                return schema.toString();
            }
        }
        return "main";
    }

    private int threads(Mapping output) {
        return switch (output.value("threads")) {
            case null -> 1;
            case Number number when number.intValue() >= 1 -> number.intValue();
            case String text when text.strip().matches("[1-9][0-9]{0,3}") -> Integer.parseInt(text.strip());
            case Object other -> {
                findings.mistake(
                        "'threads' must be a whole number from 1, but is '" + other + "'",
                        output.place("threads"),
                        null);
                yield 1;
            }
        };
    }

    private @Nullable Mapping parse(Path file, Path shownAs) {
        try {
            return new Reading(templates, findings).parse(Files.readString(file), shownAs);
        } catch (IOException e) {
            findings.mistake("the file cannot be read", new Place.InFile(shownAs), null);
            return null;
        }
    }

    /// The first of the places that has the file, or null.
    private @Nullable Path file() {
        if (options.profilesFolder() != null) {
            Path named = options.profilesFolder().resolve(FILE);
            if (!Files.isRegularFile(named)) {
                findings.mistake("there is no " + FILE + " in the folder named for it", new Place.InFile(named), null);
            }
            return Files.isRegularFile(named) ? named : null;
        }
        String variable = options.environment().get("DBT_PROFILES_DIR");
        Path ofEnvironment =
                variable == null ? null : options.folder().resolve(variable).resolve(FILE);
        if (ofEnvironment != null && Files.isRegularFile(ofEnvironment)) {
            return ofEnvironment;
        }
        Path ofProject = options.folder().resolve(FILE);
        if (Files.isRegularFile(ofProject)) {
            return ofProject;
        }
        Path ofUser = ofUser();
        return ofUser != null && Files.isRegularFile(ofUser) ? ofUser : null;
    }

    private @Nullable Path ofUser() {
        String home = options.environment().get("HOME");
        return home == null ? null : Path.of(home, ".dbt", FILE);
    }

    private Path shownAs(Path file) {
        return file.startsWith(options.folder()) ? options.folder().relativize(file) : file;
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
