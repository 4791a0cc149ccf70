package basin.run.build;

import basin.core.stream.TableName;
import basin.engine.workspace.Workspace;
import basin.lake.Relation;
import basin.model.graph.ProjectGraph;
import basin.model.project.Target;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.selection.EarlierState;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where models are read that a build leaves out: those that are not there, from where an earlier state of the project
/// has them.
///
/// @param relations by unique id
public record Deferral(Map<String, RelationName> relations) {
    /// Everything is read from where it is built.
    public static final Deferral NONE = new Deferral(Map.of());

    public Deferral {
        relations = Map.copyOf(relations);
    }

    /// @param selected unique ids of what is built
    /// @param favourState whether models are read from the earlier state even if they are there
    public static Deferral to(
            EarlierState state, ProjectGraph graph, Set<String> selected, Workspace workspace, boolean favourState) {
        Set<String> there = new HashSet<>();
        workspace.relations().stream().map(Relation::name).forEach(name -> there.add(key(name)));
        Target target = graph.tree().target();
        Map<String, RelationName> relations = new HashMap<>();
        for (Node node : graph.nodes()) {
            JsonNode entry = state.entry(node.uniqueId());
            boolean isLeftOut = node.isRefable() && !selected.contains(node.uniqueId());
            if (isLeftOut && entry != null && entry.path("relation_name").isTextual()) {
                RelationName earlier = new RelationName(
                        target.database(),
                        entry.path("schema").asText(),
                        entry.path("alias").asText(node.name()),
                        node.relation().quoting());
                if (favourState || !there.contains(key(NodeRun.name(node)))) {
                    relations.put(node.uniqueId(), earlier);
                }
            }
        }
        return new Deferral(relations);
    }

    /// Where a node is read from.
    RelationName of(Node node) {
        return relations.getOrDefault(node.uniqueId(), node.relation());
    }

    /// Whether a node is read from elsewhere than where it is built.
    boolean defers(Node node) {
        return relations.containsKey(node.uniqueId());
    }

    private static String key(TableName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
