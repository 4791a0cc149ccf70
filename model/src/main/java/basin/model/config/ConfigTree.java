package basin.model.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A section of `dbt_project.yml` that configures resources by where they are:
///
/// ```yaml
/// models:
///   +materialized: view
///   shop:
///     marts: {+materialized: table}
/// ```
///
/// @param root as written: keys with `+`, and keys whose value is no mapping, are configuration; others are folders
public record ConfigTree(Map<String, @Nullable Object> root) {
    /// A section that is not there.
    public static final ConfigTree EMPTY = new ConfigTree(Map.of());

    /// What concerns a resource, from the outermost layer to the most specific.
    ///
    /// @param fqn the package, the folders and the name of the resource
    public List<Map<String, @Nullable Object>> layers(List<String> fqn) {
        if (root.isEmpty()) {
            return List.of();
        }
        List<Map<String, @Nullable Object>> layers = new ArrayList<>();
        Map<?, ?> level = root;
        int depth = 0;
        while (true) {
            Map<String, @Nullable Object> layer = layer(level);
            if (!layer.isEmpty()) {
                layers.add(layer);
            }
            if (depth == fqn.size() || !(level.get(fqn.get(depth)) instanceof Map<?, ?> below)) {
                return layers;
            }
            level = below;
            depth++;
        }
    }

    /// `base` with all that concerns a resource laid over it.
    public Config over(Config base, List<String> fqn) {
        Config result = base;
        for (Map<String, @Nullable Object> layer : layers(fqn)) {
            result = Layers.over(result, layer);
        }
        return result;
    }

    /// The paths of all layers, the outermost first: packages, folders and names below each other.
    public List<List<String>> paths() {
        List<List<String>> paths = new ArrayList<>();
        collect(root, List.of(), paths);
        return paths;
    }

    private static void collect(Map<?, ?> level, List<String> path, List<List<String>> paths) {
        if (!layer(level).isEmpty()) {
            paths.add(path);
        }
        level.forEach((key, value) -> {
            if (value instanceof Map<?, ?> below && !String.valueOf(key).startsWith("+")) {
                List<String> longer = new ArrayList<>(path);
                longer.add(String.valueOf(key));
                collect(below, List.copyOf(longer), paths);
            }
        });
    }

    private static Map<String, @Nullable Object> layer(Map<?, ?> level) {
        Map<String, @Nullable Object> layer = new LinkedHashMap<>();
        level.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.startsWith("+")) {
                layer.put(name.substring(1).strip(), value);
            } else if (!(value instanceof Map<?, ?>)) {
                layer.put(name, value);
            }
        });
        return layer;
    }
}
