package basin.model.artifact;

import basin.model.config.Config;
import basin.model.resource.Kind;
import basin.model.resource.Node;
import basin.model.resource.Seed;
import basin.model.resource.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The configuration of a node as artifacts have it: with the defaults of its kind, and hooks as mappings.
final class ConfigJson {
    private ConfigJson() {}

    static ObjectNode of(Node node) {
        Map<String, @Nullable Object> values = defaults(node.kind());
        values.putAll(node.config().values());
        hooks(values, "pre_hook", "pre-hook");
        hooks(values, "post_hook", "post-hook");
        if (values.get("contract") instanceof Boolean enforced) {
            values.put("contract", Map.of("enforced", enforced, "alias_types", true));
        }
        values.put("docs", docs(node.config()));
        if (values.get("tags") instanceof String tag) {
            values.put("tags", List.of(tag));
        }
        values.put("enabled", node.isEnabled());
        return Json.object(values);
    }

    private static Map<String, @Nullable Object> docs(Config config) {
        Map<String, @Nullable Object> docs = new LinkedHashMap<>();
        docs.put("show", true);
        docs.put("node_color", null);
        docs.putAll(config.map("docs"));
        return docs;
    }

    private static void hooks(Map<String, @Nullable Object> values, String name, String written) {
        Object hooks = values.remove(name);
        List<?> all = hooks instanceof List<?> list ? list : hooks == null ? List.of() : List.of(hooks);
        if (!all.isEmpty() || values.containsKey("materialized")) {
            values.put(written, all.stream().map(ConfigJson::hook).toList());
        }
    }

    private static Map<String, @Nullable Object> hook(@Nullable Object hook) {
        Map<String, @Nullable Object> mapping = new LinkedHashMap<>();
        mapping.put("sql", hook == null ? "" : hook.toString());
        mapping.put("transaction", true);
        mapping.put("index", null);
        if (hook instanceof Map<?, ?> map) {
            map.forEach((key, value) -> mapping.put(String.valueOf(key), value));
        }
        return mapping;
    }

    private static Map<String, @Nullable Object> defaults(Kind kind) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("enabled", true);
        values.put("alias", null);
        values.put("schema", null);
        values.put("database", null);
        values.put("tags", List.of());
        values.put("meta", Map.of());
        values.put("group", null);
        values.put("materialized", kind.materialized());
        if (kind.materialized().equals("test")) {
            values.put("schema", "dbt_test__audit");
            values.put("severity", "ERROR");
            values.put("store_failures", null);
            values.put("store_failures_as", null);
            values.put("where", null);
            values.put("limit", null);
            values.put("fail_calc", "count(*)");
            values.put("warn_if", "!= 0");
            values.put("error_if", "!= 0");
            return values;
        }
        values.put("incremental_strategy", null);
        values.put("batch_size", null);
        values.put("lookback", 1);
        values.put("begin", null);
        values.put("persist_docs", Map.of());
        values.put("quoting", Map.of());
        values.put("column_types", Map.of());
        values.put("full_refresh", null);
        values.put("unique_key", null);
        values.put("on_schema_change", "ignore");
        values.put("on_configuration_change", "apply");
        values.put("grants", Map.of());
        values.put("packages", List.of());
        values.put("contract", Map.of("enforced", false, "alias_types", true));
        values.put("event_time", null);
        values.put("concurrent_batches", null);
        switch (kind) {
            case Seed _ -> {
                values.put("delimiter", ",");
                values.put("quote_columns", null);
            }
            case Snapshot _ -> {
                values.put("strategy", null);
                values.put("target_schema", null);
                values.put("target_database", null);
                values.put("updated_at", null);
                values.put("check_cols", null);
                values.put("snapshot_meta_column_names", Map.of());
                values.put("dbt_valid_to_current", null);
            }
            default -> values.put("access", "protected");
        }
        return values;
    }
}
