package basin.model.graph;

import basin.model.resource.Metric;
import basin.model.resource.SavedQuery;
import basin.model.resource.SemanticModel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What metrics and saved queries need, read from their declarations: measures of semantic models, and other metrics.
final class Semantics {
    private static final List<String> MEASURES =
            List.of("measure", "measures", "base_measure", "conversion_measure", "input_measures");
    private static final List<String> METRICS = List.of("metrics", "numerator", "denominator", "metric");

    private final Map<String, String> metrics = new LinkedHashMap<>();
    private final Map<String, String> measures = new LinkedHashMap<>();

    Semantics(Collection<Metric> metrics, Collection<SemanticModel> models) {
        for (Metric metric : metrics) {
            this.metrics.put(metric.name(), metric.uniqueId());
        }
        for (SemanticModel model : models) {
            if (model.declaration().get("measures") instanceof List<?> list) {
                for (Object measure : list) {
                    String name = name(measure);
                    if (name != null) {
                        measures.put(name, model.uniqueId());
                    }
                }
            }
        }
    }

    /// The unique id of a metric; null if there is none of that name.
    @Nullable
    String metric(String name) {
        return metrics.get(name);
    }

    /// The names of all metrics.
    Set<String> metricNames() {
        return metrics.keySet();
    }

    /// The unique ids of what a metric needs.
    List<String> needs(Metric metric) {
        Set<String> ids = new LinkedHashSet<>();
        collect(metric.declaration().get("type_params"), ids);
        ids.remove(metric.uniqueId());
        return List.copyOf(ids);
    }

    /// The unique ids of what a saved query needs.
    List<String> needs(SavedQuery query) {
        Set<String> ids = new LinkedHashSet<>();
        collect(query.declaration().get("query_params"), ids);
        return List.copyOf(ids);
    }

    private void collect(@Nullable Object declaration, Set<String> ids) {
        if (declaration instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                Map<String, String> known = null;
                if (MEASURES.contains(String.valueOf(key))) {
                    known = measures;
                } else if (METRICS.contains(String.valueOf(key))) {
                    known = metrics;
                }
                if (known != null) {
                    for (Object item :
                            value instanceof Collection<?> many ? many : List.of(value == null ? "" : value)) {
                        String name = name(item);
                        String id = name == null ? null : known.get(name);
                        if (id != null) {
                            ids.add(id);
                        }
                    }
                }
                collect(value, ids);
            });
        } else if (declaration instanceof Collection<?> many) {
            many.forEach(item -> collect(item, ids));
        }
    }

    private static @Nullable String name(@Nullable Object item) {
        return switch (item) {
            case String text -> text;
            case Map<?, ?> map -> map.get("name") instanceof String name ? name : null;
            case null, default -> null;
        };
    }
}
