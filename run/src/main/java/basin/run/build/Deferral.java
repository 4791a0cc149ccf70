package basin.run.build;

import basin.core.stream.TableName;
import basin.engine.workspace.Workspace;
import basin.lake.Relation;
import basin.model.graph.ProjectGraph;
import basin.model.project.Target;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.selection.EarlierState;
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
            boolean isLeftOut = node.isRefable() && !selected.contains(node.uniqueId());
            if (isLeftOut && (favourState || !there.contains(key(NodeRun.name(node))))) {
                state.relation(node.uniqueId())
                        .ifPresent(earlier -> relations.put(
                                node.uniqueId(),
                                new RelationName(
                                        target.database(),
                                        earlier.schema(),
                                        earlier.name(),
                                        node.relation().quoting())));
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
