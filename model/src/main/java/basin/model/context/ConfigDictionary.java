package basin.model.context;

import basin.model.config.Config;
import basin.model.resource.GenericTest;
import basin.model.resource.Kind;
import basin.model.resource.SingularTest;
import basin.model.resource.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A configuration as templates and tools see it: dbt's settings with their defaults, and whatever else was
/// configured.
final class ConfigDictionary {
    private ConfigDictionary() {}

    /// A new mapping, which templates may change.
    static Map<String, @Nullable Object> of(Kind kind, Config config) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("enabled", true);
        values.put("alias", null);
        values.put("schema", null);
        values.put("database", null);
        values.put("tags", new ArrayList<>());
        values.put("meta", new LinkedHashMap<>());
        values.put("group", null);
        values.put("materialized", kind.materialized());
        if (kind instanceof GenericTest || kind instanceof SingularTest) {
            test(values);
        } else {
            relation(values);
            if (kind instanceof Snapshot) {
                snapshot(values);
            }
        }
        values.putAll(config.values());
        return values;
    }

    private static void test(Map<String, @Nullable Object> values) {
        values.put("schema", "dbt_test__audit");
        values.put("severity", "ERROR");
        values.put("store_failures", null);
        values.put("store_failures_as", null);
        values.put("where", null);
        values.put("limit", null);
        values.put("fail_calc", "count(*)");
        values.put("warn_if", "!= 0");
        values.put("error_if", "!= 0");
    }

    private static void relation(Map<String, @Nullable Object> values) {
        values.put("incremental_strategy", null);
        values.put("batch_size", null);
        values.put("lookback", 1L);
        values.put("begin", null);
        values.put("persist_docs", new LinkedHashMap<>());
        values.put("post-hook", new ArrayList<>());
        values.put("pre-hook", new ArrayList<>());
        values.put("quoting", new LinkedHashMap<>());
        values.put("column_types", new LinkedHashMap<>());
        values.put("full_refresh", null);
        values.put("unique_key", null);
        values.put("on_schema_change", "ignore");
        values.put("on_configuration_change", "apply");
        values.put("grants", new LinkedHashMap<>());
        values.put("packages", new ArrayList<>());
        values.put("docs", mutable("show", true, "node_color", null));
        values.put("contract", mutable("enforced", false, "alias_types", true));
        values.put("event_time", null);
        values.put("concurrent_batches", null);
        values.put("access", "protected");
    }

    private static void snapshot(Map<String, @Nullable Object> values) {
        values.put("strategy", null);
        values.put("target_schema", null);
        values.put("target_database", null);
        values.put("updated_at", null);
        values.put("check_cols", null);
        values.put("snapshot_meta_column_names", null);
        values.put("dbt_valid_to_current", null);
    }

    private static Map<String, @Nullable Object> mutable(
            String first, Object firstValue, String second, @Nullable Object secondValue) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(first, firstValue);
        map.put(second, secondValue);
        return map;
    }

    /// Hooks as templates run them: mappings of `sql` and `transaction`.
    ///
    /// @param config a value of `pre_hook` or `post_hook`: texts, or mappings as written
    static List<Map<String, @Nullable Object>> hooks(List<?> config) {
        List<Map<String, @Nullable Object>> hooks = new ArrayList<>();
        for (Object hook : config) {
            if (hook instanceof Map<?, ?> map) {
                hooks.add(mutable(
                        "sql",
                        String.valueOf(map.get("sql")),
                        "transaction",
                        !Boolean.FALSE.equals(map.get("transaction"))));
            } else {
                hooks.add(mutable("sql", hook.toString(), "transaction", true));
            }
        }
        return hooks;
    }
}
