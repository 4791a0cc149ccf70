package basin.model.context;

import basin.model.resource.Column;
import basin.model.resource.Dependencies;
import basin.model.resource.Documentation;
import basin.model.resource.Draft;
import basin.model.resource.Exposure;
import basin.model.resource.Freshness;
import basin.model.resource.GenericTest;
import basin.model.resource.Group;
import basin.model.resource.Identity;
import basin.model.resource.Metric;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.SavedQuery;
import basin.model.resource.SemanticModel;
import basin.model.resource.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A resource as the dictionary that templates know from dbt: `model`, and the values of `graph.nodes`.
public final class ResourceDictionary {
    private ResourceDictionary() {}

    /// A new mapping, which templates may change.
    public static Map<String, @Nullable Object> of(Resource resource) {
        Map<String, @Nullable Object> values = identity(resource.identity());
        switch (resource) {
            case Node node -> node(node, values);
            case Source source -> source(source, values);
            case Exposure exposure -> exposure(exposure, values);
            case Group group -> {
                values.put("description", group.description());
                values.put("owner", owner(group.owner().name(), group.owner().email()));
            }
            case Metric metric -> declared(metric.declaration(), metric.dependencies(), values);
            case SemanticModel semantic -> declared(semantic.declaration(), semantic.dependencies(), values);
            case SavedQuery query -> declared(query.declaration(), query.dependencies(), values);
            case Draft draft -> values.put("config", ConfigDictionary.of(draft.kind(), draft.config()));
            case basin.model.resource.Macro _, basin.model.resource.Doc _, basin.model.resource.UnitTest _ -> {}
        }
        return values;
    }

    private static Map<String, @Nullable Object> identity(Identity identity) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", identity.name());
        values.put("resource_type", identity.type().word());
        values.put("package_name", identity.packageName());
        values.put("path", identity.path());
        values.put("original_file_path", identity.originalPath());
        values.put("unique_id", identity.uniqueId());
        values.put("fqn", new ArrayList<>(identity.fqn()));
        return values;
    }

    private static void node(Node node, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> config = ConfigDictionary.of(node.kind(), node.config());
        values.put("database", node.relation().database());
        values.put("schema", node.relation().schema());
        values.put("alias", node.relation().identifier());
        values.put(
                "relation_name",
                node.isRefable() && !node.isEphemeral() ? node.relation().sql() : null);
        values.put("checksum", map("name", "sha256", "checksum", node.code().checksum()));
        values.put("config", config);
        values.put("unrendered_config", new LinkedHashMap<>(node.config().values()));
        values.put("tags", config.get("tags"));
        values.put("group", config.get("group"));
        documentation(node.documentation(), values);
        values.put("language", node.code().language().word());
        values.put("raw_code", node.code().raw());
        values.put("raw_sql", node.code().raw());
        values.put("compiled", false);
        values.put("compiled_code", null);
        values.put("extra_ctes", new ArrayList<>());
        values.put("contract", config.get("contract"));
        dependencies(node.dependencies(), values);
        kind(node, values);
    }

    private static void kind(Node node, Map<String, @Nullable Object> values) {
        if (node.kind() instanceof Model model) {
            values.put("version", version(model.version()));
            values.put("latest_version", version(model.latestVersion()));
            values.put("access", model.access().name().toLowerCase(Locale.ROOT));
            values.put("group", model.group());
            values.put("deprecation_date", model.deprecated());
            values.put("constraints", new ArrayList<>());
        } else if (node.kind() instanceof GenericTest test) {
            values.put("column_name", test.column());
            values.put("attached_node", test.attached());
            values.put(
                    "test_metadata",
                    map(
                            "name",
                            test.test(),
                            "namespace",
                            test.namespace(),
                            "kwargs",
                            new LinkedHashMap<>(test.arguments())));
        }
    }

    private static void source(Source source, Map<String, @Nullable Object> values) {
        values.put("database", source.relation().database());
        values.put("schema", source.relation().schema());
        values.put("identifier", source.relation().identifier());
        values.put("relation_name", source.relation().sql());
        values.put("source_name", source.sourceName());
        values.put("source_description", source.sourceDescription());
        values.put("source_meta", new LinkedHashMap<>(source.sourceMeta()));
        values.put("loader", source.loader());
        values.put("loaded_at_field", source.loadedAtField());
        values.put("loaded_at_query", source.loadedAtQuery());
        values.put("freshness", freshness(source.freshness()));
        values.put("external", source.external());
        values.put("config", sourceConfig(source));
        values.put("tags", new ArrayList<>(source.config().list("tags")));
        documentation(source.documentation(), values);
    }

    private static Map<String, @Nullable Object> sourceConfig(Source source) {
        Map<String, @Nullable Object> config = map(
                "enabled",
                true,
                "event_time",
                null,
                "freshness",
                freshness(source.freshness()),
                "loaded_at_field",
                source.loadedAtField(),
                "loaded_at_query",
                source.loadedAtQuery(),
                "meta",
                new LinkedHashMap<>(source.documentation().meta()),
                "tags",
                new ArrayList<>());
        config.putAll(source.config().values());
        return config;
    }

    private static @Nullable Map<String, @Nullable Object> freshness(@Nullable Freshness freshness) {
        return freshness == null
                ? null
                : map(
                        "warn_after", age(freshness.warnAfter()),
                        "error_after", age(freshness.errorAfter()),
                        "filter", freshness.filter());
    }

    private static Map<String, @Nullable Object> age(Freshness.@Nullable Age age) {
        return age == null
                ? map("count", null, "period", null)
                : map("count", age.count(), "period", age.period().word());
    }

    /// A version as a number where it is one, since that is how templates write it.
    private static @Nullable Object version(@Nullable String version) {
        if (version == null || !version.matches("\\d{1,18}(\\.\\d+)?")) {
            return version;
        }
        return version.contains(".") ? (Object) Double.valueOf(version) : Long.valueOf(version);
    }

    private static void exposure(Exposure exposure, Map<String, @Nullable Object> values) {
        values.put("type", exposure.exposureType());
        values.put("owner", owner(exposure.owner().name(), exposure.owner().email()));
        values.put("description", exposure.description());
        values.put("label", exposure.label());
        values.put("url", exposure.url());
        values.put("maturity", exposure.maturity());
        values.put("meta", new LinkedHashMap<>(exposure.meta()));
        values.put("tags", new ArrayList<>(exposure.config().list("tags")));
        values.put("config", new LinkedHashMap<>(exposure.config().values()));
        dependencies(exposure.dependencies(), values);
    }

    private static void declared(
            Map<String, @Nullable Object> declaration, Dependencies needs, Map<String, @Nullable Object> values) {
        declaration.forEach(values::putIfAbsent);
        dependencies(needs, values);
    }

    private static void documentation(Documentation documentation, Map<String, @Nullable Object> values) {
        values.put("description", documentation.description());
        values.put("meta", new LinkedHashMap<>(documentation.meta()));
        values.put("docs", map("show", documentation.show(), "node_color", documentation.nodeColor()));
        values.put("patch_path", documentation.patchPath());
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        documentation.columns().forEach((name, column) -> columns.put(name, column(column)));
        values.put("columns", columns);
    }

    private static Map<String, @Nullable Object> column(Column column) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", column.name());
        values.put("description", column.description());
        values.put("meta", new LinkedHashMap<>(column.meta()));
        values.put("data_type", column.dataType());
        values.put("quote", column.quote());
        values.put("constraints", new ArrayList<>());
        values.put("tags", new ArrayList<>(column.tags()));
        return values;
    }

    private static void dependencies(Dependencies needs, Map<String, @Nullable Object> values) {
        values.put(
                "refs",
                new ArrayList<>(needs.refs().stream()
                        .map(ref -> map("name", ref.name(), "package", ref.packageName(), "version", ref.version()))
                        .toList()));
        values.put(
                "sources",
                new ArrayList<>(needs.sources().stream()
                        .map(source -> new ArrayList<>(List.of(source.source(), source.table())))
                        .toList()));
        values.put("metrics", new ArrayList<>());
        values.put(
                "depends_on", map("macros", new ArrayList<>(needs.macros()), "nodes", new ArrayList<>(needs.nodes())));
    }

    private static Map<String, @Nullable Object> owner(@Nullable String name, @Nullable String email) {
        return map("name", name, "email", email);
    }

    /// A mapping of names and values in turn.
    private static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
