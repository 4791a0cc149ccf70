package basin.model.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lays one layer of configuration over another. A later value replaces an earlier one, except where dbt adds them
/// up:
///
/// | what | values |
/// |---|---|
/// | lists grow | `tags`, `pre_hook`, `post_hook`, `packages` |
/// | mappings merge, later keys win | `meta`, `quoting`, `column_types`, `docs`, `contract` |
/// | per key: replaced, or added to if the key is written `+key` | `grants` |
public final class Layers {
    private static final Set<String> GROWING = Set.of("tags", "pre_hook", "post_hook", "packages");
    private static final Set<String> MERGING = Set.of("meta", "quoting", "column_types", "docs", "contract");
    private static final String GRANTS = "grants";
    private static final Map<String, String> SPELLINGS = Map.of("pre-hook", "pre_hook", "post-hook", "post_hook");

    private Layers() {}

    /// The configuration `base` with the values of `layer` on top.
    ///
    /// @param layer by name as written; hooks may be spelled `pre-hook`
    public static Config over(Config base, Map<String, ? extends @Nullable Object> layer) {
        if (layer.isEmpty()) {
            return base;
        }
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(base.values());
        layer.forEach((written, value) -> {
            String name = SPELLINGS.getOrDefault(written, written);
            merged.put(name, merge(name, merged.get(name), value));
        });
        return new Config(merged);
    }

    private static @Nullable Object merge(String name, @Nullable Object earlier, @Nullable Object later) {
        if (GROWING.contains(name)) {
            return grown(earlier, later, name.equals("tags"));
        }
        if (MERGING.contains(name) && later instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> merged = new LinkedHashMap<>();
            if (earlier instanceof Map<?, ?> before) {
                merged.putAll(textKeys(before));
            }
            merged.putAll(textKeys(map));
            return merged;
        }
        if (name.equals(GRANTS) && later instanceof Map<?, ?> map) {
            return grants(earlier instanceof Map<?, ?> before ? textKeys(before) : Map.of(), textKeys(map));
        }
        return later;
    }

    private static List<@Nullable Object> grown(@Nullable Object earlier, @Nullable Object later, boolean once) {
        List<@Nullable Object> all = new ArrayList<>(items(earlier));
        all.addAll(items(later));
        return once ? new ArrayList<>(new LinkedHashSet<>(all)) : all;
    }

    private static Map<String, @Nullable Object> grants(
            Map<String, @Nullable Object> earlier, Map<String, @Nullable Object> later) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(earlier);
        later.forEach((written, grantees) -> {
            boolean adds = written.startsWith("+");
            String privilege = adds ? written.substring(1) : written;
            merged.put(
                    privilege, adds ? grown(merged.get(privilege), grantees, true) : new ArrayList<>(items(grantees)));
        });
        return merged;
    }

    private static Collection<?> items(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> many -> many;
            case Object single -> List.of(single);
        };
    }

    /// The mapping with its keys as texts.
    static Map<String, @Nullable Object> textKeys(Map<?, ?> map) {
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), value));
        return texts;
    }
}
