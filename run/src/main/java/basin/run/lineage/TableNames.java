package basin.run.lineage;

import basin.core.stream.TableName;
import basin.model.graph.ProjectGraph;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.resource.Source;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What the tables and views of the lake are to a project.
final class TableNames {
    private final Map<String, String> ids = new HashMap<>();

    TableNames(ProjectGraph graph) {
        for (Source source : graph.sources()) {
            ids.put(key(source.relation()), source.uniqueId());
        }
        for (Node node : graph.nodes()) {
            if (node.isRefable() && !node.isEphemeral()) {
                ids.put(key(node.relation()), node.uniqueId());
            }
        }
    }

    /// The unique id of what makes or declares a table; its own name if nothing does.
    String id(TableName table) {
        return ids.getOrDefault(key(table.toString()), table.toString());
    }

    private static String key(RelationName relation) {
        return key(relation.schema() + "." + relation.identifier());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
