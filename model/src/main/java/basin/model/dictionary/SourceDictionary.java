package basin.model.dictionary;

import basin.model.resource.Freshness;
import basin.model.resource.RelationName;
import basin.model.resource.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table that others fill, and how fresh it is expected to be.
public final class SourceDictionary {
    private SourceDictionary() {}

    static void fill(Source source, Map<String, @Nullable Object> values) {
        RelationName relation = source.relation();
        values.put("database", relation.database());
        values.put("schema", relation.schema());
        values.put("identifier", relation.identifier());
        values.put("relation_name", relation.sql());
        values.put("source_name", source.sourceName());
        values.put("source_description", source.sourceDescription());
        values.put("source_meta", Dictionary.copy(source.sourceMeta()));
        values.put("loader", source.loader());
        values.put(
                "quoting",
                new Dictionary()
                        .with("database", relation.quoting().database())
                        .with("schema", relation.quoting().schema())
                        .with("identifier", relation.quoting().identifier())
                        .with("column", null));
        values.put("loaded_at_field", source.loadedAtField());
        values.put("loaded_at_query", source.loadedAtQuery());
        values.put("freshness", freshness(source.freshness()));
        values.put("external", source.external());
        values.put("description", source.documentation().description());
        values.put(
                "columns", ColumnDictionary.of(source.documentation().columns().values()));
        values.put("meta", Dictionary.copy(source.config().map("meta")));
        values.put("tags", Dictionary.list(source.config().texts("tags")));
        values.put("config", config(source));
        values.put("unrendered_config", Dictionary.copy(source.config().values()));
        values.put("patch_path", source.documentation().patchPath());
        values.put("created_at", 0.0);
    }

    private static Map<String, @Nullable Object> config(Source source) {
        Map<String, @Nullable Object> values = new Dictionary()
                .with("enabled", true)
                .with("event_time", null)
                .with("loaded_at_field", source.loadedAtField())
                .with("loaded_at_query", source.loadedAtQuery())
                .with("meta", new Dictionary())
                .with("tags", Dictionary.list(List.of()));
        values.putAll(source.config().values());
        values.put("freshness", freshness(source.freshness()));
        return values;
    }

    /// A threshold.
    ///
    /// @param freshness null where nothing is expected
    /// @return null where nothing is expected
    public static @Nullable Map<String, @Nullable Object> freshness(@Nullable Freshness freshness) {
        return freshness == null
                ? null
                : new Dictionary()
                        .with("warn_after", age(freshness.warnAfter()))
                        .with("error_after", age(freshness.errorAfter()))
                        .with("filter", freshness.filter());
    }

    private static Map<String, @Nullable Object> age(Freshness.@Nullable Age age) {
        return new Dictionary()
                .with("count", age == null ? null : age.count())
                .with("period", age == null ? null : age.period().word());
    }
}
