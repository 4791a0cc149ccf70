package basin.model.dictionary;

import basin.model.config.Config;
import basin.model.resource.Dependencies;
import basin.model.resource.Doc;
import basin.model.resource.Draft;
import basin.model.resource.Exposure;
import basin.model.resource.Group;
import basin.model.resource.Identity;
import basin.model.resource.Macro;
import basin.model.resource.Metric;
import basin.model.resource.Node;
import basin.model.resource.Owner;
import basin.model.resource.Resource;
import basin.model.resource.SavedQuery;
import basin.model.resource.SemanticModel;
import basin.model.resource.Source;
import basin.model.resource.UnitTest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The dictionary of a resource of any type, before anything is compiled.
public final class ResourceDictionary {
    private ResourceDictionary() {}

    /// A new mapping.
    public static Map<String, @Nullable Object> of(Resource resource) {
        Map<String, @Nullable Object> values = identity(resource.identity());
        switch (resource) {
            case Node node -> NodeDictionary.fill(node, values);
            case Draft draft -> values.put("config", ConfigDictionary.of(draft.kind(), draft.config()));
            case Source source -> SourceDictionary.fill(source, values);
            case Exposure exposure -> exposure(exposure, values);
            case Metric it -> declared(MetricDictionary.of(it.declaration()), it.config(), it.dependencies(), values);
            case SemanticModel it -> declared(it.declaration(), it.config(), it.dependencies(), values);
            case SavedQuery it -> declared(it.declaration(), it.config(), it.dependencies(), values);
            case UnitTest test -> UnitTestDictionary.fill(test, values);
            case Group group -> group(group, values);
            case Macro macro -> macro(macro, values);
            case Doc doc -> {
                values.remove("fqn");
                values.put("block_contents", doc.contents());
            }
        }
        return values;
    }

    private static Map<String, @Nullable Object> identity(Identity identity) {
        return new Dictionary()
                .with("name", identity.name())
                .with("resource_type", identity.type().word())
                .with("package_name", identity.packageName())
                .with("path", identity.path())
                .with("original_file_path", identity.originalPath())
                .with("unique_id", identity.uniqueId())
                .with("fqn", Dictionary.list(identity.fqn()));
    }

    private static void exposure(Exposure exposure, Map<String, @Nullable Object> values) {
        values.put("type", exposure.exposureType());
        values.put("owner", owner(exposure.owner()));
        values.put("description", exposure.description());
        values.put("label", exposure.label());
        values.put("maturity", exposure.maturity());
        values.put("meta", Dictionary.copy(exposure.meta()));
        values.put("tags", Dictionary.list(exposure.config().texts("tags")));
        values.put("config", enabled(exposure.config()));
        values.put("unrendered_config", Dictionary.copy(exposure.config().values()));
        values.put("url", exposure.url());
        values.putAll(DependenciesDictionary.of(exposure.dependencies()));
        values.put("created_at", 0.0);
    }

    /// What belongs to the semantic layer reads as it was declared.
    private static void declared(
            Map<String, @Nullable Object> declaration,
            Config config,
            Dependencies dependencies,
            Map<String, @Nullable Object> values) {
        declaration.forEach(values::putIfAbsent);
        values.put("config", enabled(config));
        values.put("refs", DependenciesDictionary.refs(dependencies));
        values.put("depends_on", DependenciesDictionary.dependsOn(dependencies));
        values.put("created_at", 0.0);
    }

    private static void group(Group group, Map<String, @Nullable Object> values) {
        values.remove("fqn");
        values.put("owner", owner(group.owner()));
        values.put("description", group.description());
        values.put("config", new Dictionary());
    }

    private static void macro(Macro macro, Map<String, @Nullable Object> values) {
        values.remove("fqn");
        values.put("macro_sql", macro.sql());
        values.put("depends_on", new Dictionary().with("macros", Dictionary.list(macro.macros())));
        values.put("description", macro.description());
        values.put("meta", Dictionary.copy(macro.meta()));
        values.put("docs", new Dictionary().with("show", macro.show()).with("node_color", null));
        values.put("patch_path", macro.patchPath());
        values.put(
                "arguments",
                Dictionary.list(macro.arguments().stream()
                        .map(argument -> new Dictionary()
                                .with("name", argument.name())
                                .with("type", argument.type())
                                .with("description", argument.description()))
                        .toList()));
        values.put("created_at", 0.0);
        values.put("supported_languages", macro.languages().isEmpty() ? null : Dictionary.list(macro.languages()));
    }

    static Map<String, @Nullable Object> enabled(Config config) {
        return Dictionary.copy(
                config.with("enabled", config.flag("enabled", true)).values());
    }

    private static Map<String, @Nullable Object> owner(Owner owner) {
        Map<String, @Nullable Object> values = Dictionary.copy(owner.others());
        values.put("email", owner.email());
        values.put("name", owner.name());
        return values;
    }
}
