package basin.model.dictionary;

import basin.model.config.Config;
import basin.model.resource.Analysis;
import basin.model.resource.Documentation;
import basin.model.resource.GenericTest;
import basin.model.resource.Hook;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Seed;
import basin.model.resource.SingularTest;
import basin.model.resource.Snapshot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What turns into SQL: models, seeds, snapshots, analyses, tests and hooks.
final class NodeDictionary {
    private NodeDictionary() {}

    static void fill(Node node, Map<String, @Nullable Object> values) {
        values.put("database", node.relation().database());
        values.put("schema", node.relation().schema());
        values.put("alias", node.relation().identifier());
        values.put(
                "relation_name",
                node.isRefable() && !node.isEphemeral() ? node.relation().sql() : null);
        boolean generic = node.kind() instanceof GenericTest;
        values.put(
                "checksum",
                new Dictionary()
                        .with("name", generic ? "none" : "sha256")
                        .with("checksum", generic ? "" : node.code().checksum()));
        values.put("config", ConfigDictionary.of(node.kind(), node.config()));
        values.put("unrendered_config", Dictionary.copy(node.config().values()));
        values.put("tags", Dictionary.list(node.config().texts("tags")));
        values.put("group", node.config().text("group"));
        documentation(node.documentation(), node.config(), values);
        values.put("build_path", null);
        values.put("created_at", 0.0);
        values.put("raw_code", node.code().raw());
        switch (node.kind()) {
            case Seed _ -> {
                values.put("root_path", null);
                values.put(
                        "depends_on",
                        new Dictionary()
                                .with(
                                        "macros",
                                        Dictionary.list(node.dependencies().macros())));
                return;
            }
            case Model model -> model(model, values);
            case GenericTest test -> test(test, values);
            case Hook hook -> values.put("index", hook.index());
            case Snapshot _, Analysis _, SingularTest _ -> {}
        }
        values.putAll(DependenciesDictionary.of(node.dependencies()));
        code(node, values);
    }

    private static void code(Node node, Map<String, @Nullable Object> values) {
        boolean enforced = new Config(node.config().map("contract")).flag("enforced", false);
        values.put("language", node.code().language().word());
        values.put("compiled_path", null);
        values.put("compiled", false);
        values.put("compiled_code", null);
        values.put("extra_ctes_injected", false);
        values.put("extra_ctes", Dictionary.list(List.of()));
        values.put("functions", Dictionary.list(List.of()));
        values.put(
                "contract",
                new Dictionary()
                        .with("enforced", enforced)
                        .with("alias_types", true)
                        .with("checksum", enforced ? Contracts.checksum(node) : null));
    }

    private static void model(Model model, Map<String, @Nullable Object> values) {
        values.put("access", model.access().word());
        values.put("constraints", ColumnDictionary.tableConstraints(model.constraints()));
        values.put("version", Dictionary.version(model.version()));
        values.put("latest_version", Dictionary.version(model.latestVersion()));
        values.put("group", model.group());
        values.put("deprecation_date", model.deprecated());
        values.put("primary_key", Dictionary.list(List.of()));
        values.put("time_spine", model.timeSpine().isEmpty() ? null : Dictionary.copy(model.timeSpine()));
    }

    private static void test(GenericTest test, Map<String, @Nullable Object> values) {
        values.put("column_name", test.column());
        values.put("file_key_name", null);
        values.put("attached_node", test.attached());
        values.put(
                "test_metadata",
                new Dictionary()
                        .with("name", test.test())
                        .with("kwargs", Dictionary.copy(test.arguments()))
                        .with("namespace", test.namespace()));
    }

    private static void documentation(
            Documentation documentation, Config config, Map<String, @Nullable Object> values) {
        values.put("description", documentation.description());
        values.put("columns", ColumnDictionary.of(documentation.columns().values()));
        values.put("meta", Dictionary.copy(config.map("meta")));
        values.put(
                "docs",
                new Dictionary().with("show", documentation.show()).with("node_color", documentation.nodeColor()));
        values.put("patch_path", documentation.patchPath());
    }
}
