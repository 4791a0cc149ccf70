package basin.model.properties;

import basin.core.problem.Place;
import basin.model.document.Findings;
import basin.model.document.Mapping;
import basin.model.resource.Freshness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads how old the rows of a source may be. A table's words are laid over those of its source.
final class FreshnessReader {
    private static final String KEY = "freshness";

    private FreshnessReader() {}

    /// What the owners say, from the weakest to the strongest.
    ///
    /// @return empty where the last word is `freshness: null`, so that nothing is expected; null where nobody says
    /// anything
    static @Nullable Map<String, @Nullable Object> merged(Mapping... owners) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        boolean off = false;
        for (Mapping owner : owners) {
            if (owner.isNothing(KEY)) {
                off = true;
                merged.clear();
            } else if (owner.has(KEY)) {
                off = false;
                owner.values(KEY).forEach((key, value) -> {
                    if (value == null) {
                        merged.remove(key);
                    } else if (value instanceof Map<?, ?> map && merged.get(key) instanceof Map<?, ?> before) {
                        Map<Object, @Nullable Object> both = new LinkedHashMap<>(before);
                        both.putAll(map);
                        merged.put(key, both);
                    } else {
                        merged.put(key, value);
                    }
                });
            }
        }
        return merged.isEmpty() && !off ? null : merged;
    }

    /// The same as a value.
    ///
    /// @param freshness a mapping, or null if nothing is expected
    static @Nullable Freshness of(@Nullable Object freshness, Place.InFile place, Findings findings) {
        if (!(freshness instanceof Map<?, ?> map)) {
            return null;
        }
        Freshness.Age warn = age(map.get("warn_after"), "warn_after", place, findings);
        Freshness.Age error = age(map.get("error_after"), "error_after", place, findings);
        Object filter = map.get("filter");
        return warn == null && error == null
                ? null
                : new Freshness(warn, error, filter == null ? null : filter.toString());
    }

    private static Freshness.@Nullable Age age(
            @Nullable Object age, String key, Place.InFile place, Findings findings) {
        if (!(age instanceof Map<?, ?> map) || map.isEmpty()) {
            return null;
        }
        Long count = count(map.get("count"));
        Freshness.Period period = period(map.get("period"));
        if (count == null || period == null) {
            findings.mistake(
                    "'" + key + "' must have a 'count' and a 'period' of minute, hour or day",
                    place,
                    "write '" + key + ": {count: 12, period: hour}'");
            return null;
        }
        return new Freshness.Age(count, period);
    }

    private static @Nullable Long count(@Nullable Object count) {
        return switch (count) {
            case Number number -> number.longValue();
            case String text when text.strip().matches("[0-9]{1,9}") -> Long.valueOf(text.strip());
            case null, default -> null;
        };
    }

    private static Freshness.@Nullable Period period(@Nullable Object period) {
        return List.of(Freshness.Period.values()).stream()
                .filter(each ->
                        period != null && each.word().equals(period.toString().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }
}
