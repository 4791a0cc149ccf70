package basin.app.build;

import basin.model.graph.ProjectGraph;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.resource.Resource;
import basin.model.resource.Source;
import basin.run.lineage.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What tables and columns are called where people see them, and by which names people may call them.
record ShownNames(ProjectGraph graph) {

    /// A table's name.
    ///
    /// @param id its unique id; any other text is a name already
    String table(String id) {
        return switch (graph.find(id)) {
            case Source source -> name(source.relation());
            case Node node -> node.isEphemeral() ? node.name() : name(node.relation());
            case null, default -> id;
        };
    }

    /// `shop.orders.total`
    String column(TableColumn column) {
        return table(column.table()) + "." + column.column();
    }

    /// The unique ids of all tables that may be called so: by their name in the lake, with or without the schema, by
    /// that of the model, by that of the source and its table, or by the unique id.
    List<String> called(String name) {
        List<String> found = new ArrayList<>();
        for (Resource resource : graph.resources().values()) {
            if (isTable(resource) && names(resource).stream().anyMatch(name::equalsIgnoreCase)) {
                found.add(resource.uniqueId());
            }
        }
        return found;
    }

    /// The names of all tables.
    List<String> tables() {
        Predicate<Resource> isTable = ShownNames::isTable;
        return graph.resources().values().stream()
                .filter(isTable)
                .map(resource -> table(resource.uniqueId()))
                .toList();
    }

    private static boolean isTable(Resource resource) {
        return resource instanceof Source || (resource instanceof Node node && node.isRefable());
    }

    private List<String> names(Resource resource) {
        String own = resource instanceof Source source ? source.sourceName() + "." + source.name() : resource.name();
        return List.of(resource.uniqueId(), table(resource.uniqueId()), own);
    }

    private static String name(RelationName relation) {
        return relation.schema() + "." + relation.identifier();
    }
}
