package basin.model.context;

import basin.model.dictionary.ResourceDictionary;
import basin.model.resource.Exposure;
import basin.model.resource.Group;
import basin.model.resource.Metric;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.SavedQuery;
import basin.model.resource.SemanticModel;
import basin.model.resource.Source;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `graph` in templates: all resources as dictionaries, made when somebody first asks. One for a whole
/// invocation, since packages keep things in it from one node to the next; it may be used from several threads.
public final class GraphView {
    private final Supplier<Collection<? extends Resource>> resources;
    private @Nullable Map<String, @Nullable Object> view;

    public GraphView(Supplier<Collection<? extends Resource>> resources) {
        this.resources = resources;
    }

    /// What there is to see while the project is being read: no resource of any kind.
    static GraphView empty() {
        return new GraphView(List::of);
    }

    /// The mapping; always the same one.
    synchronized Map<String, @Nullable Object> view() {
        Map<String, @Nullable Object> made = view;
        if (made == null) {
            made = make();
            view = made;
        }
        return made;
    }

    private Map<String, @Nullable Object> make() {
        Map<String, Map<String, @Nullable Object>> kinds = new LinkedHashMap<>();
        for (String kind :
                new String[] {"nodes", "sources", "exposures", "groups", "metrics", "semantic_models", "saved_queries"
                }) {
            kinds.put(kind, new LinkedHashMap<>());
        }
        for (Resource resource : resources.get()) {
            Map<String, @Nullable Object> ofKind = kinds.get(kind(resource));
            if (ofKind != null) {
                ofKind.put(resource.uniqueId(), ResourceDictionary.of(resource));
            }
        }
        return Collections.synchronizedMap(new LinkedHashMap<>(kinds));
    }

    private static @Nullable String kind(Resource resource) {
        return switch (resource) {
            case Node _ -> "nodes";
            case Source _ -> "sources";
            case Exposure _ -> "exposures";
            case Group _ -> "groups";
            case Metric _ -> "metrics";
            case SemanticModel _ -> "semantic_models";
            case SavedQuery _ -> "saved_queries";
            default -> null;
        };
    }
}
