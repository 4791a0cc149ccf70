package basin.model.selection;

import basin.model.artifact.Manifest;
import basin.model.resource.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a resource is, taken from its entry in a manifest, in texts that differ if and only if it has changed.
///
/// @param texts one for each trait
record Traits(Map<Trait, String> texts) {
    /// They are of other traits, or of none.
    private static final Set<String> NOT_CONFIGURED = Set.of("alias", "schema", "database", "tags", "group");

    private static final List<String> RELATION = List.of("database", "schema", "alias");

    /// They say when and where an entry was written, or follow from others.
    private static final Set<String> NO_TRAIT =
            Set.of("created_at", "depends_on", "checksum", "config", "unrendered_config", "path", "root_path");

    /// What a resource of a graph is.
    static Traits of(Resource resource) {
        return of(Manifest.entry(resource));
    }

    /// What a manifest says of a resource.
    static Traits of(JsonNode entry) {
        Map<Trait, String> texts = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            texts.put(trait, "");
        }
        switch (entry.path("resource_type").asText()) {
            case "model", "seed", "snapshot", "test", "analysis", "operation" -> node(entry, texts);
            case "source" -> source(entry, texts);
            case "unit_test" -> texts.put(Trait.BODY, text(entry, "given", "expect", "overrides", "model"));
            default -> texts.put(Trait.BODY, everything(entry));
        }
        return new Traits(texts);
    }

    private static void node(JsonNode entry, Map<Trait, String> texts) {
        boolean seed = entry.path("resource_type").asText().equals("seed");
        boolean generic = entry.has("test_metadata");
        JsonNode configured = entry.path("unrendered_config");
        JsonNode config = entry.path("config");
        if (!generic) {
            texts.put(Trait.BODY, seed ? entry.path("checksum").path("checksum").asText() : text(entry, "raw_code"));
        }
        texts.put(Trait.CONFIG, configuration(configured));
        texts.put(Trait.RELATION, text(configured, RELATION.toArray(String[]::new)));
        texts.put(Trait.DESCRIPTIONS, descriptions(entry, config.path("persist_docs")));
        texts.put(Trait.CONTRACT, contract(entry, config.path("contract")));
        texts.put(Trait.PLACE, text(entry, "fqn", "latest_version", "access", "deprecation_date"));
    }

    private static void source(JsonNode entry, Map<Trait, String> texts) {
        texts.put(Trait.RELATION, text(entry, "database", "schema", "identifier"));
        texts.put(Trait.CONFIG, configuration(entry.path("unrendered_config")));
        texts.put(Trait.PLACE, text(entry, "fqn", "quoting", "freshness", "loader", "external"));
    }

    private static String configuration(JsonNode configured) {
        TreeMap<String, String> sorted = new TreeMap<>();
        configured.properties().forEach(entry -> {
            if (!NOT_CONFIGURED.contains(entry.getKey())) {
                sorted.put(entry.getKey(), entry.getValue().toString());
            }
        });
        return sorted.toString();
    }

    /// Descriptions count where they are written to the database.
    private static String descriptions(JsonNode entry, JsonNode persist) {
        StringBuilder text = new StringBuilder();
        if (persist.path("relation").asBoolean()) {
            text.append(text(entry, "description"));
        }
        if (persist.path("columns").asBoolean()) {
            entry.path("columns")
                    .properties()
                    .forEach(column -> text.append(column.getKey()).append(text(column.getValue(), "description")));
        }
        return text.toString();
    }

    private static String contract(JsonNode entry, JsonNode contract) {
        if (!contract.path("enforced").asBoolean()) {
            return "";
        }
        TreeMap<String, String> columns = new TreeMap<>();
        entry.path("columns")
                .properties()
                .forEach(column -> columns.put(column.getKey(), text(column.getValue(), "data_type", "constraints")));
        return columns + text(entry, "constraints");
    }

    private static String everything(JsonNode entry) {
        ObjectNode copy = entry.deepCopy();
        NO_TRAIT.forEach(copy::remove);
        TreeMap<String, String> sorted = new TreeMap<>();
        copy.properties()
                .forEach(field -> sorted.put(field.getKey(), field.getValue().toString()));
        return sorted.toString();
    }

    /// Some fields of an entry; one that is null counts as one that is not there.
    private static String text(JsonNode entry, String... fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            JsonNode value = entry.path(field);
            text.append(value.isMissingNode() || value.isNull() ? "" : value.toString())
                    .append('\n');
        }
        return text.toString();
    }

    /// One of the texts.
    String get(Trait trait) {
        return texts.getOrDefault(trait, "");
    }
}
