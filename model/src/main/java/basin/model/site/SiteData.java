package basin.model.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What the page shows, out of the artifacts: that alone, so that the page of a large project stays small.
final class SiteData {
    private static final Set<String> SHOWN = Set.of("model", "seed", "snapshot", "analysis");

    private final JsonNode manifest;
    private final JsonNode catalog;
    private final List<JsonNode> tests;

    private SiteData(JsonNode manifest, JsonNode catalog) {
        this.manifest = manifest;
        this.catalog = catalog;
        this.tests = elements(manifest.path("nodes"))
                .filter(node -> node.path("resource_type").asText().equals("test"))
                .toList();
    }

    /// What the page's script reads.
    static ObjectNode of(JsonNode manifest, JsonNode catalog, JsonNode lineage) {
        SiteData site = new SiteData(manifest, catalog);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("project", manifest.at("/metadata/project_name").asText());
        json.put("generated", manifest.at("/metadata/generated_at").asText());
        json.put("overview", site.overview());
        ArrayNode resources = json.putArray("resources");
        elements(manifest.path("nodes"))
                .filter(node -> SHOWN.contains(node.path("resource_type").asText()))
                .filter(SiteData::isShown)
                .forEach(node -> resources.add(site.node(node)));
        elements(manifest.path("sources"))
                .filter(SiteData::isShown)
                .forEach(source -> resources.add(site.source(source)));
        elements(manifest.path("exposures")).forEach(exposure -> resources.add(site.exposure(exposure)));
        json.set("lineage", SiteLineage.of(lineage));
        return json;
    }

    private static Stream<JsonNode> elements(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }

    private static boolean isShown(JsonNode resource) {
        return resource.at("/docs/show").asBoolean(true);
    }

    /// What a docs block called `__overview__` says; that of the project itself if several do.
    private String overview() {
        String project = manifest.at("/metadata/project_name").asText();
        return elements(manifest.path("docs"))
                .filter(doc -> doc.path("name").asText().equals("__overview__"))
                .filter(doc -> doc.path("package_name").asText().equals(project))
                .map(doc -> doc.path("block_contents").asText())
                .findFirst()
                .orElse("");
    }

    private ObjectNode node(JsonNode node) {
        ObjectNode json = resource(
                node, node.path("resource_type").asText(), node.path("name").asText());
        List<String> folders = new ArrayList<>();
        node.path("fqn").forEach(part -> folders.add(part.asText()));
        json.put("folder", folders.size() > 2 ? String.join("/", folders.subList(1, folders.size() - 1)) : "");
        json.put("materialized", node.at("/config/materialized").asText());
        json.put("raw", node.path("raw_code").asText());
        json.put("compiled", node.path("compiled_code").asText());
        table(json, node, catalog.path("nodes"));
        return json;
    }

    private ObjectNode source(JsonNode source) {
        String name = source.path("source_name").asText();
        ObjectNode json =
                resource(source, "source", name + "." + source.path("name").asText());
        json.put("folder", name);
        table(json, source, catalog.path("sources"));
        return json;
    }

    private ObjectNode exposure(JsonNode exposure) {
        String label = exposure.path("label").asText("");
        ObjectNode json = resource(
                exposure,
                "exposure",
                label.isEmpty() || label.equals("null") ? exposure.path("name").asText() : label);
        json.put("materialized", exposure.path("type").asText());
        json.put(
                "owner",
                exposure.at("/owner/name").asText(exposure.at("/owner/email").asText("")));
        json.put("url", exposure.path("url").asText(""));
        json.putArray("columns");
        return json;
    }

    private ObjectNode resource(JsonNode resource, String kind, String name) {
        String id = resource.path("unique_id").asText();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("name", name);
        json.put("kind", kind);
        json.put("package", resource.path("package_name").asText());
        json.put("file", resource.path("original_file_path").asText());
        json.put("description", resource.path("description").asText());
        json.set(
                "tags", resource.path("tags").isArray() ? resource.path("tags") : JsonNodeFactory.instance.arrayNode());
        ArrayNode parents = json.putArray("parents");
        elements(manifest.path("parent_map").path(id)).forEach(parents::add);
        ArrayNode whole = json.putArray("tests");
        tests.stream()
                .filter(test -> test.path("attached_node").asText().equals(id)
                        ? !hasColumn(test)
                        : test.path("attached_node").isNull()
                                || test.path("attached_node").isMissingNode())
                .filter(test -> test.path("attached_node").asText().equals(id)
                        || elements(test.at("/depends_on/nodes"))
                                .anyMatch(each -> each.asText().equals(id)))
                .forEach(test -> whole.add(test(test)));
        elements(manifest.path("unit_tests"))
                .filter(test -> elements(test.at("/depends_on/nodes"))
                        .anyMatch(each -> each.asText().equals(id)))
                .forEach(test -> whole.add(test(test)));
        return json;
    }

    private static boolean hasColumn(JsonNode test) {
        return !test.path("column_name").asText("").isEmpty()
                && !test.path("column_name").isNull();
    }

    /// A test: its own name, and the short one of what it tests.
    private static ObjectNode test(JsonNode test) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String name = test.path("name").asText();
        json.put("name", name);
        json.put("label", test.at("/test_metadata/name").asText(name));
        return json;
    }

    /// What is known of the table: its name, how many rows it has, and its columns as they are; of one that is not
    /// there, those that are documented.
    private void table(ObjectNode json, JsonNode declared, JsonNode found) {
        JsonNode table = found.path(json.path("id").asText());
        json.put("relation", declared.path("relation_name").asText("").replace("\"", ""));
        JsonNode rows = table.at("/stats/row_count/value");
        if (rows.isNumber()) {
            json.set("rows", rows);
        }
        ArrayNode columns = json.putArray("columns");
        for (JsonNode column : table.path("columns")) {
            String name = column.path("name").asText();
            JsonNode documented = elements(declared.path("columns"))
                    .filter(each -> each.path("name").asText().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(JsonNodeFactory.instance.missingNode());
            String comment =
                    column.path("comment").isTextual() ? column.path("comment").asText() : "";
            String description = documented.path("description").asText("");
            columns.add(
                    column(json, name, column.path("type").asText(), description.isEmpty() ? comment : description));
        }
        if (columns.isEmpty()) {
            for (JsonNode column : declared.path("columns")) {
                String type = column.path("data_type").isTextual()
                        ? column.path("data_type").asText()
                        : "";
                columns.add(column(
                        json,
                        column.path("name").asText(),
                        type,
                        column.path("description").asText()));
            }
        }
    }

    private ObjectNode column(ObjectNode table, String name, String type, String description) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name);
        json.put("type", type);
        json.put("description", description);
        ArrayNode own = json.putArray("tests");
        tests.stream()
                .filter(test -> test.path("attached_node").equals(table.path("id")))
                .filter(test -> hasColumn(test)
                        && test.path("column_name").asText().replace("\"", "").equalsIgnoreCase(name))
                .forEach(test -> own.add(test(test)));
        return json;
    }
}
