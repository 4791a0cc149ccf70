package basin.model.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Column lineage as the page's script reads it: by the table's id and the column's name a list of `inputs`, each with
/// the other table's id, the other column, how, and whether values pass; and why there may be more.
final class SiteLineage {
    private SiteLineage() {}

    /// The lineage of the artifact `column_lineage.json`.
    static ObjectNode of(JsonNode artifact) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        artifact.path("nodes").properties().forEach(node -> {
            ObjectNode columns = json.putObject(node.getKey());
            node.getValue()
                    .at("/facets/columnLineage/fields")
                    .properties()
                    .forEach(field -> columns.set(field.getKey(), column(field.getValue())));
        });
        return json;
    }

    private static ObjectNode column(JsonNode field) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = json.putArray("inputs");
        for (JsonNode input : field.path("inputFields")) {
            for (JsonNode transformation : input.path("transformations")) {
                inputs.addArray()
                        .add(input.path("unique_id"))
                        .add(input.path("field"))
                        .add(transformation.path("subtype"))
                        .add(transformation.path("type").asText().equals("DIRECT"));
            }
        }
        if (field.has("unknown")) {
            json.set("unknown", field.path("unknown"));
        }
        return json;
    }
}
