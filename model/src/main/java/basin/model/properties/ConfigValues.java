package basin.model.properties;

import basin.model.document.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the configuration that a properties file gives a resource.
final class ConfigValues {
    /// They are rendered when they run.
    private static final Set<String> TEMPLATES =
            Set.of("pre-hook", "pre_hook", "post-hook", "post_hook", "loaded_at_query");

    /// What may stand beside `config` as well as below it.
    private static final Set<String> BESIDE = Set.of("meta", "docs", "group", "contract", "access");

    private ConfigValues() {}

    /// What stands under `config`, and what stands beside it but belongs there.
    static Map<String, @Nullable Object> of(Mapping owner) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String key : BESIDE) {
            Object value = owner.value(key);
            if (value != null) {
                values.put(key, value);
            }
        }
        Mapping config = owner.mapping("config");
        if (config != null) {
            for (String key : config.keys()) {
                String name = key.startsWith("+") ? key.substring(1) : key;
                Object value = TEMPLATES.contains(name) ? config.raw(key) : config.value(key);
                if (name.equals("meta")
                        && value instanceof Map<?, ?> own
                        && values.get(name) instanceof Map<?, ?> beside) {
                    Map<Object, @Nullable Object> both = new LinkedHashMap<>(beside);
                    both.putAll(own);
                    value = both;
                }
                values.put(name, value);
            }
        }
        return values;
    }
}
