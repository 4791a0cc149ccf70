package basin.model.properties;

import basin.model.config.Config;
import basin.model.config.Layers;
import basin.model.document.Item;
import basin.model.document.Mapping;
import basin.model.project.DbtProject;
import basin.model.project.ProjectTree;
import basin.model.resource.Dependencies;
import basin.model.resource.Exposure;
import basin.model.resource.Group;
import basin.model.resource.Identity;
import basin.model.resource.MetricCall;
import basin.model.resource.Owner;
import basin.model.resource.RefCall;
import basin.model.resource.ResourceType;
import basin.model.resource.SourceCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads exposures and groups.
final class ExposureReader {
    private static final Set<String> TYPES = Set.of("dashboard", "notebook", "analysis", "ml", "application");
    private static final Set<String> KEYS = Set.of(
            "name",
            "label",
            "type",
            "owner",
            "depends_on",
            "description",
            "url",
            "maturity",
            "tags",
            "meta",
            "config",
            "enabled");

    private final ProjectTree tree;
    private final DocsBlocks docs;
    private final List<Exposure> exposures = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    ExposureReader(ProjectTree tree, DocsBlocks docs) {
        this.tree = tree;
        this.docs = docs;
    }

    /// All exposures, those that are not enabled among them.
    List<Exposure> exposures() {
        return exposures;
    }

    /// All groups.
    List<Group> groups() {
        return groups;
    }

    /// Takes what a file says.
    void read(PropertiesFile file) {
        for (Mapping item : file.content().mappings("exposures")) {
            String name = item.required("name", "an exposure");
            if (name != null) {
                item.expect(KEYS, "an exposure");
                exposures.add(exposure(file, name, item));
            }
        }
        for (Mapping item : file.content().mappings("groups")) {
            String name = item.required("name", "a group");
            if (name != null) {
                groups.add(new Group(
                        identity(ResourceType.GROUP, file, name, item), owner(item), description(file, item)));
            }
        }
    }

    private Exposure exposure(PropertiesFile file, String name, Mapping item) {
        DbtProject project = file.project();
        String type = item.required("type", "an exposure");
        if (type != null && !TYPES.contains(type)) {
            item.findings()
                    .mistake(
                            "unknown type of exposure '" + type + "'",
                            item.place("type"),
                            "use one of dashboard, notebook, analysis, ml, application");
        }
        if (!item.has("owner")) {
            item.findings()
                    .mistake(
                            "'owner' of the exposure is missing", item.place(), "add 'owner: {name: ..., email: ...}'");
        }
        Identity identity = identity(ResourceType.EXPOSURE, file, name, item);
        Map<String, @Nullable Object> own = new LinkedHashMap<>(ConfigValues.of(item));
        List<String> tags = new ArrayList<>(item.texts("tags"));
        Mapping config = item.mapping("config");
        if (config != null) {
            tags.addAll(config.texts("tags"));
        }
        own.put("tags", tags);
        if (item.has("enabled")) {
            own.putIfAbsent("enabled", item.value("enabled"));
        }
        Config merged = Layers.over(project.tree("exposures").over(Config.EMPTY, identity.fqn()), own);
        if (!project.name().equals(tree.root().name())) {
            merged = tree.root().tree("exposures").over(merged, identity.fqn());
        }
        return new Exposure(
                identity,
                type == null ? "dashboard" : type,
                owner(item),
                description(file, item),
                item.text("label"),
                item.text("url"),
                item.text("maturity"),
                merged.map("meta"),
                merged,
                dependsOn(item));
    }

    private static Dependencies dependsOn(Mapping item) {
        List<RefCall> refs = new ArrayList<>();
        List<SourceCall> sources = new ArrayList<>();
        List<MetricCall> metrics = new ArrayList<>();
        for (Item written : item.items("depends_on")) {
            String text = written.text();
            CallText call = text == null ? null : CallText.parse(text, written.place());
            if (call == null) {
                item.findings()
                        .mistake(
                                "an exposure depends on what a call names, but here is "
                                        + (text == null ? written.describe() : "'" + text + "'"),
                                written.place(),
                                "write ref('...'), source('...', '...') or metric('...')");
                continue;
            }
            add(refs, call.ref());
            add(sources, call.source());
            add(metrics, call.metric());
        }
        return new Dependencies(refs, sources, metrics, List.of(), Set.of());
    }

    private static <T> void add(List<T> calls, @Nullable T call) {
        if (call != null) {
            calls.add(call);
        }
    }

    private static Owner owner(Mapping item) {
        Mapping owner = item.mapping("owner");
        if (owner == null) {
            return new Owner(null, null, Map.of());
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>(owner.values());
        others.remove("name");
        others.remove("email");
        return new Owner(owner.text("name"), owner.text("email"), others);
    }

    private String description(PropertiesFile file, Mapping item) {
        return docs.description(
                item.rawText("description"), file.project().name(), item.place("description"), item.reading());
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
