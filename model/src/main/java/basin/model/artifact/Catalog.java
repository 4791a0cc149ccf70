package basin.model.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// `catalog.json`, version 1: tables and views as they really are.
public final class Catalog {
    /// The file's name.
    public static final String FILE = "catalog.json";

    private static final String SCHEMA = "catalog/v1";

    private Catalog() {}

    /// The catalog of what nodes made, and of sources.
    ///
    /// @param errors what could not be looked at, in words
    public static ObjectNode of(
            Collection<CatalogTable> nodes,
            Collection<CatalogTable> sources,
            List<String> errors,
            Invocation invocation) {
        ObjectNode json = Json.object();
        json.set("metadata", invocation.metadata(SCHEMA));
        ObjectNode byNode = json.putObject("nodes");
        nodes.forEach(table -> byNode.set(table.uniqueId(), of(table)));
        ObjectNode bySource = json.putObject("sources");
        sources.forEach(table -> bySource.set(table.uniqueId(), of(table)));
        json.set("errors", errors.isEmpty() ? null : Json.array(errors));
        return json;
    }

    private static ObjectNode of(CatalogTable table) {
        ObjectNode json = Json.object();
        ObjectNode metadata = json.putObject("metadata");
        metadata.put("type", table.type());
        metadata.put("schema", table.relation().schema());
        metadata.put("name", table.relation().identifier());
        metadata.put("database", table.relation().database());
        metadata.put("comment", table.comment());
        metadata.put("owner", table.owner());
        ObjectNode columns = json.putObject("columns");
        int index = 1;
        for (CatalogTable.CatalogColumn column : table.columns()) {
            ObjectNode each = columns.putObject(column.name());
            each.put("type", column.type());
            each.put("index", index++);
            each.put("name", column.name());
            each.put("comment", column.comment());
        }
        ObjectNode stats = json.putObject("stats");
        put(stats, "has_stats", "Has Stats?", !table.stats().isEmpty(), false);
        table.stats()
                .forEach((label, value) ->
                        put(stats, label.toLowerCase(Locale.ROOT).replace(' ', '_'), label, value, true));
        json.put("unique_id", table.uniqueId());
        return json;
    }

    private static void put(ObjectNode stats, String id, String label, Object value, boolean shown) {
        ObjectNode each = stats.putObject(id);
        each.put("id", id);
        each.put("label", label);
        each.set("value", Json.of(value));
        each.put("include", shown);
        each.putNull("description");
    }
}
