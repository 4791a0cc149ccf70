package basin.model.graph;

import basin.model.project.ProjectTree;
import basin.model.resource.Doc;
import basin.model.resource.Exposure;
import basin.model.resource.Group;
import basin.model.resource.Macro;
import basin.model.resource.Metric;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.SavedQuery;
import basin.model.resource.SemanticModel;
import basin.model.resource.Source;
import basin.model.resource.UnitTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All enabled resources of a project and its packages, and what depends on what. Free of cycles.
///
/// Immutable, for any thread.
public final class ProjectGraph {
    private final ProjectTree tree;
    private final Map<String, Resource> resources;
    private final List<Doc> docs;
    private final List<Group> groups;
    private final Map<String, Macro> macros;
    private final List<Resource> disabled;
    private final References references;
    private final Map<String, Set<String>> parents = new LinkedHashMap<>();
    private final Map<String, Set<String>> children = new LinkedHashMap<>();

    ProjectGraph(
            ProjectTree tree,
            Map<String, Resource> resources,
            List<Group> groups,
            List<Doc> docs,
            Map<String, Macro> macros,
            List<Resource> disabled,
            References references) {
        this.tree = tree;
        this.resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        this.groups = List.copyOf(groups);
        this.docs = List.copyOf(docs);
        this.macros = Collections.unmodifiableMap(new LinkedHashMap<>(macros));
        this.disabled = List.copyOf(disabled);
        this.references = references;
        for (String id : resources.keySet()) {
            parents.put(id, new LinkedHashSet<>());
            children.put(id, new LinkedHashSet<>());
        }
        resources.forEach((id, resource) -> {
            for (String parent : dependsOn(resource)) {
                Set<String> siblings = children.get(parent);
                if (siblings != null) {
                    siblings.add(id);
                    parents.getOrDefault(id, Set.of()).add(parent);
                }
            }
        });
    }

    /// The project it is of.
    public ProjectTree tree() {
        return tree;
    }

    /// What stands in the graph, by unique id: nodes, sources, exposures, metrics, semantic models, saved queries and
    /// unit tests.
    public Map<String, Resource> resources() {
        return resources;
    }

    /// A resource of the graph, or null if there is none of that id.
    public @Nullable Resource find(String uniqueId) {
        return resources.get(uniqueId);
    }

    /// A node of the graph, or null if there is none of that id.
    public @Nullable Node node(String uniqueId) {
        return resources.get(uniqueId) instanceof Node node ? node : null;
    }

    /// Models, seeds, snapshots, analyses, tests and hooks.
    public List<Node> nodes() {
        return all(Node.class);
    }

    /// Tables of sources.
    public List<Source> sources() {
        return all(Source.class);
    }

    /// Exposures.
    public List<Exposure> exposures() {
        return all(Exposure.class);
    }

    /// Metrics.
    public List<Metric> metrics() {
        return all(Metric.class);
    }

    /// Semantic models.
    public List<SemanticModel> semanticModels() {
        return all(SemanticModel.class);
    }

    /// Saved queries.
    public List<SavedQuery> savedQueries() {
        return all(SavedQuery.class);
    }

    /// Unit tests.
    public List<UnitTest> unitTests() {
        return all(UnitTest.class);
    }

    /// Groups. They are not part of what depends on what.
    public List<Group> groups() {
        return groups;
    }

    /// Docs blocks. They are not part of what depends on what.
    public List<Doc> docs() {
        return docs;
    }

    /// Macros by unique id. They are not part of what depends on what.
    public Map<String, Macro> macros() {
        return macros;
    }

    /// What is not enabled.
    public List<Resource> disabled() {
        return disabled;
    }

    /// What names in `ref()` and `source()` mean.
    public References references() {
        return references;
    }

    /// What a resource depends on directly.
    public Set<String> parents(String uniqueId) {
        return Collections.unmodifiableSet(parents.getOrDefault(uniqueId, Set.of()));
    }

    /// What depends on a resource directly.
    public Set<String> children(String uniqueId) {
        return Collections.unmodifiableSet(children.getOrDefault(uniqueId, Set.of()));
    }

    /// All resources, each behind what it depends on; of several that could come next, the one that was read first.
    public List<String> inOrder() {
        Map<String, Integer> waiting = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        parents.forEach((id, needed) -> {
            waiting.put(id, needed.size());
            if (needed.isEmpty()) {
                ready.add(id);
            }
        });
        List<String> order = new ArrayList<>(parents.size());
        while (!ready.isEmpty()) {
            String id = ready.poll();
            order.add(id);
            for (String child : children.getOrDefault(id, Set.of())) {
                if (waiting.merge(child, -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        return order;
    }

    /// The unique ids of what a resource needs.
    public static List<String> dependsOn(Resource resource) {
        return switch (resource) {
            case Node node -> node.dependencies().nodes();
            case Exposure exposure -> exposure.dependencies().nodes();
            case Metric metric -> metric.dependencies().nodes();
            case SemanticModel model -> model.dependencies().nodes();
            case SavedQuery query -> query.dependencies().nodes();
            case UnitTest test -> test.dependencies().nodes();
            default -> List.of();
        };
    }

    private <T extends Resource> List<T> all(Class<T> type) {
        return resources.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
