package basin.model.artifact;

import basin.model.artifact.LineageTable.LineageColumn;
import basin.model.artifact.LineageTable.LineageInput;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `column_lineage.json`: for each node OpenLineage's facet `columnLineage`, as it is sent for the dataset that
/// the node makes. dbt has no such artifact.
public final class Lineage {
    /// The file's name.
    public static final String FILE = "column_lineage.json";

    private static final String FACET = "https://openlineage.io/spec/facets/1-2-0/ColumnLineageDatasetFacet.json";

    private static final String NAMESPACE = "basin";

    private Lineage() {}

    /// The lineage of what nodes make.
    public static ObjectNode of(Collection<LineageTable> tables, Invocation invocation) {
        ObjectNode json = Json.object();
        json.set("metadata", invocation.metadata());
        ObjectNode nodes = json.putObject("nodes");
        for (LineageTable table : tables) {
            ObjectNode node = nodes.putObject(table.uniqueId());
            node.put("namespace", NAMESPACE);
            node.put("name", table.name());
            ObjectNode facet = node.putObject("facets").putObject("columnLineage");
            facet.put("_producer", NAMESPACE);
            facet.put("_schemaURL", FACET);
            ObjectNode fields = facet.putObject("fields");
            table.columns().forEach(column -> fields.set(column.name(), field(column)));
        }
        return json;
    }

    private static ObjectNode field(LineageColumn column) {
        ObjectNode json = Json.object();
        ArrayNode inputs = json.putArray("inputFields");
        Map<List<String>, ArrayNode> transformations = new LinkedHashMap<>();
        for (LineageInput input : column.inputs()) {
            transformations
                    .computeIfAbsent(List.of(input.uniqueId(), input.column()), _ -> {
                        ObjectNode each = inputs.addObject();
                        each.put("namespace", NAMESPACE);
                        each.put("name", input.table());
                        each.put("field", input.column());
                        each.put("unique_id", input.uniqueId());
                        return each.putArray("transformations");
                    })
                    .addObject()
                    .put("type", input.direct() ? "DIRECT" : "INDIRECT")
                    .put("subtype", input.subtype());
        }
        if (!column.unknown().isEmpty()) {
            json.set("unknown", Json.array(column.unknown()));
        }
        return json;
    }
}
