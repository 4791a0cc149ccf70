package basin.model.properties;

import basin.model.config.Config;
import basin.model.config.Layers;
import basin.model.document.Mapping;
import basin.model.project.DbtProject;
import basin.model.project.ProjectTree;
import basin.model.resource.Dependencies;
import basin.model.resource.Identity;
import basin.model.resource.Metric;
import basin.model.resource.RefCall;
import basin.model.resource.ResourceType;
import basin.model.resource.SavedQuery;
import basin.model.resource.SemanticModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads metrics, semantic models and saved queries. They are kept as they are written; which of them need which is
/// told by the graph.
final class SemanticReader {
    private final ProjectTree tree;
    private final List<Metric> metrics = new ArrayList<>();
    private final List<SemanticModel> models = new ArrayList<>();
    private final List<SavedQuery> queries = new ArrayList<>();

    SemanticReader(ProjectTree tree) {
        this.tree = tree;
    }

    /// All metrics.
    List<Metric> metrics() {
        return metrics;
    }

    /// All semantic models.
    List<SemanticModel> models() {
        return models;
    }

    /// All saved queries.
    List<SavedQuery> queries() {
        return queries;
    }

    /// Takes what a file says.
    void read(PropertiesFile file) {
        for (Mapping item : file.content().mappings("metrics")) {
            String name = item.required("name", "a metric");
            if (name != null) {
                Identity identity = identity(ResourceType.METRIC, file, name, item);
                metrics.add(new Metric(
                        identity, item.rawValues(), config("metrics", file, identity, item), Dependencies.NONE));
            }
        }
        for (Mapping item : file.content().mappings("semantic_models")) {
            String name = item.required("name", "a semantic model");
            if (name != null) {
                Identity identity = identity(ResourceType.SEMANTIC_MODEL, file, name, item);
                models.add(new SemanticModel(
                        identity, item.rawValues(), config("semantic-models", file, identity, item), model(item)));
            }
        }
        for (Mapping item : file.content().mappings("saved_queries")) {
            String name = item.required("name", "a saved query");
            if (name != null) {
                Identity identity = identity(ResourceType.SAVED_QUERY, file, name, item);
                queries.add(new SavedQuery(
                        identity, item.rawValues(), config("saved-queries", file, identity, item), Dependencies.NONE));
            }
        }
    }

    private static Dependencies model(Mapping item) {
        String written = item.required("model", "a semantic model");
        CallText call = written == null ? null : CallText.parse(written, item.place("model"));
        RefCall ref = call == null ? null : call.ref();
        if (ref == null) {
            if (written != null) {
                item.findings().mistake("'" + written + "' is no model", item.place("model"), "write ref('...')");
            }
            return Dependencies.NONE;
        }
        return new Dependencies(List.of(ref), List.of(), List.of(), List.of(), Set.of());
    }

    private Config config(String section, PropertiesFile file, Identity identity, Mapping item) {
        DbtProject project = file.project();
        Map<String, @Nullable Object> own = ConfigValues.of(item);
        Config config = Layers.over(project.tree(section).over(Config.EMPTY, identity.fqn()), own);
        return project.name().equals(tree.root().name())
                ? config
                : tree.root().tree(section).over(config, identity.fqn());
    }

    private static Identity identity(ResourceType type, PropertiesFile file, String name, Mapping item) {
        String packageName = file.project().name();
        return new Identity(
                type,
                Names.uniqueId(type, packageName, name, null),
                packageName,
                name,
                Names.fqn(packageName, file.file().path(), name),
                file.file().path(),
                file.file().originalPath(),
                item.place());
    }
}
