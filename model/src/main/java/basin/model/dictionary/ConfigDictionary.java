package basin.model.dictionary;

import basin.model.config.Config;
import basin.model.resource.Analysis;
import basin.model.resource.GenericTest;
import basin.model.resource.Hook;
import basin.model.resource.Kind;
import basin.model.resource.Model;
import basin.model.resource.Seed;
import basin.model.resource.SingularTest;
import basin.model.resource.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A configuration: dbt's settings with their defaults, and whatever else was configured.
public final class ConfigDictionary {
    private ConfigDictionary() {}

    /// The configuration of a resource of some kind.
    static Map<String, @Nullable Object> of(Kind kind, Config config) {
        Map<String, @Nullable Object> values = new Dictionary()
                .with("enabled", true)
                .with("alias", null)
                .with("schema", null)
                .with("database", null)
                .with("tags", Dictionary.list(List.of()))
                .with("meta", new Dictionary())
                .with("group", null)
                .with("materialized", kind.materialized());
        switch (kind) {
            case GenericTest _, SingularTest _ -> values.putAll(test());
            case Model _, Analysis _, Hook _ -> {
                values.putAll(relation());
                values.put("access", "protected");
            }
            case Seed _ -> {
                values.putAll(relation());
                values.put("delimiter", ",");
                values.put("quote_columns", null);
            }
            case Snapshot _ -> {
                values.putAll(relation());
                values.putAll(snapshot());
            }
        }
        values.putAll(config.values());
        written(values, config);
        return values;
    }

    private static Map<String, @Nullable Object> test() {
        return new Dictionary()
                .with("schema", "dbt_test__audit")
                .with("severity", "ERROR")
                .with("store_failures", null)
                .with("store_failures_as", null)
                .with("where", null)
                .with("limit", null)
                .with("fail_calc", "count(*)")
                .with("warn_if", "!= 0")
                .with("error_if", "!= 0");
    }

    private static Map<String, @Nullable Object> relation() {
        return new Dictionary()
                .with("incremental_strategy", null)
                .with("batch_size", null)
                .with("lookback", 1L)
                .with("begin", null)
                .with("persist_docs", new Dictionary())
                .with("post-hook", Dictionary.list(List.of()))
                .with("pre-hook", Dictionary.list(List.of()))
                .with("quoting", new Dictionary())
                .with("column_types", new Dictionary())
                .with("full_refresh", null)
                .with("unique_key", null)
                .with("on_schema_change", "ignore")
                .with("on_configuration_change", "apply")
                .with("grants", new Dictionary())
                .with("packages", Dictionary.list(List.of()))
                .with("contract", new Dictionary().with("enforced", false).with("alias_types", true))
                .with("event_time", null)
                .with("concurrent_batches", null);
    }

    private static Map<String, @Nullable Object> snapshot() {
        return new Dictionary()
                .with("strategy", null)
                .with("target_schema", null)
                .with("target_database", null)
                .with("updated_at", null)
                .with("check_cols", null)
                .with("snapshot_meta_column_names", new Dictionary())
                .with("dbt_valid_to_current", null);
    }

    /// Gives the short ways to write a setting their long form.
    private static void written(Map<String, @Nullable Object> values, Config config) {
        for (String when : List.of("pre", "post")) {
            if (values.remove(when + "_hook") != null) {
                values.put(when + "-hook", hooks(config.list(when + "_hook")));
            }
        }
        if (values.get("contract") instanceof Boolean enforced) {
            values.put("contract", new Dictionary().with("enforced", enforced).with("alias_types", true));
        }
        if (values.get("tags") instanceof String tag) {
            values.put("tags", Dictionary.list(List.of(tag)));
        }
        Map<String, @Nullable Object> docs = new Dictionary().with("show", true).with("node_color", null);
        docs.putAll(config.map("docs"));
        values.put("docs", docs);
    }

    /// Hooks as mappings.
    ///
    /// @param config a value of `pre_hook` or `post_hook`: texts, or mappings as written
    /// @return mappings of `sql`, `transaction` and `index`
    public static List<Map<String, @Nullable Object>> hooks(List<?> config) {
        return new ArrayList<>(config.stream().map(ConfigDictionary::hook).toList());
    }

    private static Map<String, @Nullable Object> hook(Object written) {
        if (written instanceof Map<?, ?> map) {
            return new Dictionary()
                    .with("sql", String.valueOf(map.get("sql")))
                    .with("transaction", !Boolean.FALSE.equals(map.get("transaction")))
                    .with("index", map.get("index"));
        }
        return new Dictionary()
                .with("sql", written.toString())
                .with("transaction", true)
                .with("index", null);
    }
}
