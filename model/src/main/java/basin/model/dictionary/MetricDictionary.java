package basin.model.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A metric's declaration in the form in which `graph.metrics` has it: what may be written short is there in full, and
/// what was not said is null.
final class MetricDictionary {
    private static final List<String> TYPE_PARAMETERS = List.of(
            "measure",
            "numerator",
            "denominator",
            "expr",
            "window",
            "grain_to_date",
            "conversion_type_params",
            "cumulative_type_params");

    private MetricDictionary() {}

    /// A new mapping, which templates may change.
    ///
    /// @param declaration as written
    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> declaration) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("description", "");
        values.put("label", null);
        values.put("type", null);
        values.put("time_granularity", null);
        values.put("group", null);
        values.put("meta", new LinkedHashMap<>());
        values.put("tags", new ArrayList<>());
        values.put("config", new LinkedHashMap<>());
        values.putAll(declaration);
        values.put("filter", filter(declaration.get("filter")));
        values.put("type_params", typeParameters(declaration.get("type_params")));
        return values;
    }

    private static Map<String, @Nullable Object> typeParameters(@Nullable Object declared) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        TYPE_PARAMETERS.forEach(name -> values.put(name, null));
        values.put("input_measures", new ArrayList<>());
        values.put("metrics", new ArrayList<>());
        if (declared instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
        }
        values.computeIfPresent("measure", (_, value) -> input(value, "join_to_timespine", "fill_nulls_with"));
        values.computeIfPresent("numerator", (_, value) -> input(value, "offset_window", "offset_to_grain"));
        values.computeIfPresent("denominator", (_, value) -> input(value, "offset_window", "offset_to_grain"));
        if (values.get("metrics") instanceof List<?> metrics) {
            List<@Nullable Object> inputs = new ArrayList<>();
            metrics.forEach(metric -> inputs.add(input(metric, "offset_window", "offset_to_grain")));
            values.put("metrics", inputs);
        }
        return values;
    }

    /// What a metric reads: its name alone, or a mapping with the name and more.
    private static Map<String, @Nullable Object> input(@Nullable Object declared, String... more) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", declared);
        values.put("filter", null);
        values.put("alias", null);
        for (String name : more) {
            values.put(name, null);
        }
        if (declared instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
            values.put("filter", filter(map.get("filter")));
        }
        return values;
    }

    private static @Nullable Object filter(@Nullable Object declared) {
        if (declared == null) {
            return null;
        }
        List<@Nullable Object> filters = new ArrayList<>();
        for (Object each : declared instanceof List<?> many ? many : List.of(declared)) {
            Map<String, @Nullable Object> filter = new LinkedHashMap<>();
            filter.put("where_filter_sql_template", String.valueOf(each).strip());
            filters.add(filter);
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("where_filters", filters);
        return all;
    }
}
