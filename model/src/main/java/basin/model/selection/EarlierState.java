package basin.model.selection;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.model.artifact.ArtifactFile;
import basin.model.artifact.Manifest;
import basin.model.artifact.RunResults;
import basin.model.artifact.SourceFreshness;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An earlier state of a project, read from the artifacts that it left: those of Basin or of dbt.
///
/// Immutable, for any thread.
public final class EarlierState {
    private static final List<String> SECTIONS =
            List.of("nodes", "sources", "exposures", "metrics", "semantic_models", "saved_queries", "unit_tests");

    private final Map<String, JsonNode> resources;
    private final Map<String, String> macros;
    private final Map<String, String> results;
    private final Set<String> fresherSources;

    private EarlierState(
            Map<String, JsonNode> resources,
            Map<String, String> macros,
            Map<String, String> results,
            Set<String> fresherSources) {
        this.resources = resources;
        this.macros = macros;
        this.results = results;
        this.fresherSources = fresherSources;
    }

    /// Reads the artifacts in a folder: `manifest.json`, and `run_results.json` and `sources.json` where they are
    /// there.
    ///
    /// @param current the folder whose `sources.json` tells how fresh sources are now; null if there is none
    /// @throws ProblemException if there is no manifest, or one of the files cannot be read
    public static EarlierState read(Path folder, @Nullable Path current) {
        JsonNode manifest = ArtifactFile.read(folder.resolve(Manifest.FILE));
        if (manifest == null) {
            throw new ProblemException(Problem.wrong("there is no manifest.json", new Place.InFile(folder))
                    .advise("name the folder of an earlier run's artifacts"));
        }
        return new EarlierState(
                resources(manifest),
                macros(manifest),
                results(folder.resolve(RunResults.FILE)),
                fresher(
                        folder.resolve(SourceFreshness.FILE),
                        current == null ? null : current.resolve(SourceFreshness.FILE)));
    }

    /// The state that a manifest describes.
    public static EarlierState of(JsonNode manifest) {
        return new EarlierState(resources(manifest), macros(manifest), Map.of(), Set.of());
    }

    /// The table or view that a node made, by schema and name; empty if it made none, or the manifest does not know it.
    public Optional<TableName> relation(String uniqueId) {
        JsonNode entry = resources.get(uniqueId);
        return entry == null || !entry.path("relation_name").isTextual()
                ? Optional.empty()
                : Optional.of(new TableName(
                        entry.path("schema").asText(), entry.path("alias").asText()));
    }

    /// What the last run made of resources, by unique id: `success`, `error`, `fail`; empty if that is not known.
    public Map<String, String> results() {
        return results;
    }

    @Nullable
    Traits traits(String uniqueId) {
        JsonNode entry = resources.get(uniqueId);
        return entry == null ? null : Traits.of(entry);
    }

    /// The text of macros by unique id.
    Map<String, String> macros() {
        return macros;
    }

    /// The unique ids of sources that got rows since.
    Set<String> fresherSources() {
        return fresherSources;
    }

    private static Map<String, JsonNode> resources(JsonNode manifest) {
        Map<String, JsonNode> resources = new HashMap<>();
        for (String section : SECTIONS) {
            manifest.path(section).properties().forEach(entry -> resources.put(entry.getKey(), entry.getValue()));
        }
        return resources;
    }

    private static Map<String, String> macros(JsonNode manifest) {
        Map<String, String> macros = new HashMap<>();
        manifest.path("macros")
                .properties()
                .forEach(entry -> macros.put(
                        entry.getKey(), entry.getValue().path("macro_sql").asText()));
        return macros;
    }

    private static Map<String, String> results(Path file) {
        JsonNode json = ArtifactFile.read(file);
        Map<String, String> results = new HashMap<>();
        if (json != null) {
            json.path("results")
                    .forEach(result -> results.put(
                            result.path("unique_id").asText(),
                            result.path("status").asText()));
        }
        return results;
    }

    /// Those whose newest row is newer than it was, and those that nobody had looked at.
    private static Set<String> fresher(Path before, @Nullable Path now) {
        Set<String> fresher = new HashSet<>();
        Map<String, Instant> earlier = newest(before);
        newest(now).forEach((id, instant) -> {
            Instant then = earlier.get(id);
            if (then == null || instant.isAfter(then)) {
                fresher.add(id);
            }
        });
        return fresher;
    }

    private static Map<String, Instant> newest(@Nullable Path file) {
        JsonNode json = file == null ? null : ArtifactFile.read(file);
        Map<String, Instant> newest = new HashMap<>();
        if (json != null) {
            for (JsonNode result : json.path("results")) {
                String text = result.path("max_loaded_at").asText();
                try {
                    newest.put(result.path("unique_id").asText(), Instant.parse(text));
                } catch (DateTimeParseException _) {
                    // A source that could not be looked at has no newest row.
                }
            }
        }
        return newest;
    }
}
