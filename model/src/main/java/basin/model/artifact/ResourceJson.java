package basin.model.artifact;

import basin.model.config.Config;
import basin.model.resource.Code;
import basin.model.resource.Column;
import basin.model.resource.Constraint;
import basin.model.resource.Dependencies;
import basin.model.resource.Doc;
import basin.model.resource.Documentation;
import basin.model.resource.Exposure;
import basin.model.resource.Freshness;
import basin.model.resource.GenericTest;
import basin.model.resource.Group;
import basin.model.resource.Hook;
import basin.model.resource.Identity;
import basin.model.resource.Macro;
import basin.model.resource.Metric;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Owner;
import basin.model.resource.RefCall;
import basin.model.resource.RelationName;
import basin.model.resource.Resource;
import basin.model.resource.SavedQuery;
import basin.model.resource.Seed;
import basin.model.resource.SemanticModel;
import basin.model.resource.Source;
import basin.model.resource.SourceCall;
import basin.model.resource.UnitTest;
import basin.model.resource.UnitTestRows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A resource as `manifest.json` has it.
public final class ResourceJson {
    private ResourceJson() {}

    /// The entry of a resource of any type, before anything was compiled.
    public static ObjectNode of(Resource resource) {
        return switch (resource) {
            case Node node -> node(node, null);
            case Source source -> source(source);
            case Exposure exposure -> exposure(exposure);
            case Metric metric -> declared(metric, metric.declaration(), metric.config(), metric.dependencies());
            case SemanticModel model -> declared(model, model.declaration(), model.config(), model.dependencies());
            case SavedQuery query -> declared(query, query.declaration(), query.config(), query.dependencies());
            case UnitTest test -> unitTest(test);
            case Group group -> group(group);
            case Macro macro -> macro(macro);
            case Doc doc -> doc(doc);
            default -> identity(resource.identity(), true);
        };
    }

    /// The entry of a node.
    ///
    /// @param compiled null if it was not compiled
    static ObjectNode node(Node node, @Nullable Compiled compiled) {
        ObjectNode json = Json.object();
        RelationName relation = node.relation();
        json.put("database", relation.database());
        json.put("schema", relation.schema());
        json.setAll(identity(node.identity(), true));
        json.put("alias", relation.identifier());
        json.set("checksum", checksum(node));
        json.set("config", ConfigJson.of(node));
        json.set("tags", Json.array(node.config().texts("tags")));
        documentation(json, node.documentation(), node.config());
        json.put(
                "group",
                node.kind() instanceof Model model
                        ? model.group()
                        : node.config().text("group"));
        json.putNull("build_path");
        json.set("unrendered_config", Json.object(node.config().values()));
        json.put("created_at", 0.0);
        json.put("relation_name", hasRelation(node) ? relation.sql() : null);
        json.put("raw_code", node.code().raw());
        switch (node.kind()) {
            case Seed _ -> {
                json.putNull("root_path");
                json.putObject("depends_on")
                        .set("macros", Json.array(node.dependencies().macros()));
                return json;
            }
            case Model model -> model(json, model);
            case GenericTest test -> test(json, node, test);
            case Hook hook -> json.put("index", hook.index());
            default -> {}
        }
        json.put("language", node.code().language().word());
        calls(json, node.dependencies());
        json.put("compiled_path", compiled == null ? null : compiled.path());
        json.put("compiled", compiled != null);
        json.put("compiled_code", compiled == null ? null : compiled.code());
        json.put("extra_ctes_injected", compiled != null);
        json.putArray("extra_ctes");
        boolean enforced = new Config(node.config().map("contract")).flag("enforced", false);
        ObjectNode contract = json.putObject("contract");
        contract.put("enforced", enforced);
        contract.put("alias_types", true);
        contract.put("checksum", enforced ? Contracts.checksum(node) : null);
        return json;
    }

    private static boolean hasRelation(Node node) {
        return node.isRefable() && !node.isEphemeral();
    }

    private static ObjectNode checksum(Node node) {
        ObjectNode checksum = Json.object();
        boolean generic = node.kind() instanceof GenericTest;
        checksum.put("name", generic ? "none" : "sha256");
        checksum.put("checksum", generic ? "" : node.code().checksum());
        return checksum;
    }

    private static void model(ObjectNode json, Model model) {
        json.put("access", model.access().word());
        json.set("constraints", constraints(model.constraints(), true));
        json.set("version", version(model.version()));
        json.set("latest_version", version(model.latestVersion()));
        json.put("deprecation_date", model.deprecated());
        json.putArray("primary_key");
        json.set("time_spine", model.timeSpine().isEmpty() ? null : Json.object(model.timeSpine()));
    }

    /// Versions that look like numbers are numbers.
    private static JsonNode version(@Nullable String version) {
        if (version != null && version.matches("[0-9]{1,9}")) {
            return Json.of(Long.valueOf(version));
        }
        return Json.of(version);
    }

    private static void test(ObjectNode json, Node node, GenericTest test) {
        json.put("column_name", test.column());
        json.putNull("file_key_name");
        json.put("attached_node", test.attached());
        ObjectNode metadata = json.putObject("test_metadata");
        metadata.put("name", test.test());
        metadata.set("kwargs", Json.object(test.arguments()));
        metadata.put("namespace", test.namespace());
        json.put("path", node.identity().path());
    }

    private static ObjectNode source(Source source) {
        ObjectNode json = Json.object();
        RelationName relation = source.relation();
        json.put("database", relation.database());
        json.put("schema", relation.schema());
        json.setAll(identity(source.identity(), true));
        json.put("source_name", source.sourceName());
        json.put("source_description", source.sourceDescription());
        json.put("loader", source.loader());
        json.put("identifier", relation.identifier());
        ObjectNode quoting = json.putObject("quoting");
        quoting.put("database", relation.quoting().database());
        quoting.put("schema", relation.quoting().schema());
        quoting.put("identifier", relation.quoting().identifier());
        quoting.putNull("column");
        json.put("loaded_at_field", source.loadedAtField());
        json.put("loaded_at_query", source.loadedAtQuery());
        json.set("freshness", freshness(source.freshness()));
        json.set("external", source.external() == null ? null : Json.object(source.external()));
        json.put("description", source.documentation().description());
        json.set("columns", columns(source.documentation().columns().values()));
        json.set("meta", Json.object(source.config().map("meta")));
        json.set("source_meta", Json.object(source.sourceMeta()));
        json.set("tags", Json.array(source.config().texts("tags")));
        ObjectNode config = Json.object(source.config().values());
        config.put("enabled", source.config().flag("enabled", true));
        config.set("freshness", freshness(source.freshness()));
        json.set("config", config);
        json.put("patch_path", source.documentation().patchPath());
        json.set("unrendered_config", Json.object(source.config().values()));
        json.put("relation_name", relation.sql());
        json.put("created_at", 0.0);
        return json;
    }

    /// A threshold; null where nothing is expected.
    static @Nullable ObjectNode freshness(@Nullable Freshness freshness) {
        if (freshness == null) {
            return null;
        }
        ObjectNode json = Json.object();
        json.set("warn_after", age(freshness.warnAfter()));
        json.set("error_after", age(freshness.errorAfter()));
        json.put("filter", freshness.filter());
        return json;
    }

    private static ObjectNode age(Freshness.@Nullable Age age) {
        ObjectNode json = Json.object();
        if (age == null) {
            json.putNull("count");
            json.putNull("period");
        } else {
            json.put("count", age.count());
            json.put("period", age.period().word());
        }
        return json;
    }

    private static ObjectNode exposure(Exposure exposure) {
        ObjectNode json = identity(exposure.identity(), true);
        json.put("type", exposure.exposureType());
        json.set("owner", owner(exposure.owner()));
        json.put("description", exposure.description());
        json.put("label", exposure.label());
        json.put("maturity", exposure.maturity());
        json.set("meta", Json.object(exposure.meta()));
        json.set("tags", Json.array(exposure.config().texts("tags")));
        json.set("config", Json.object(exposure.config().with("enabled", true).values()));
        json.set("unrendered_config", Json.object(exposure.config().values()));
        json.put("url", exposure.url());
        calls(json, exposure.dependencies());
        json.remove("functions");
        json.put("created_at", 0.0);
        return json;
    }

    private static ObjectNode owner(Owner owner) {
        ObjectNode json = Json.object(owner.others());
        json.put("email", owner.email());
        json.put("name", owner.name());
        return json;
    }

    /// What belongs to the semantic layer is written as it was declared.
    private static ObjectNode declared(
            Resource resource, Map<String, @Nullable Object> declaration, Config config, Dependencies dependencies) {
        ObjectNode json = Json.object(declaration);
        json.setAll(identity(resource.identity(), true));
        json.set("config", Json.object(config.with("enabled", true).values()));
        ObjectNode depends = json.putObject("depends_on");
        depends.set("macros", Json.array(dependencies.macros()));
        depends.set("nodes", Json.array(dependencies.nodes()));
        json.set("refs", refs(dependencies.refs()));
        json.put("created_at", 0.0);
        return json;
    }

    private static ObjectNode unitTest(UnitTest test) {
        ObjectNode json = identity(test.identity(), true);
        json.put("model", test.model());
        ArrayNode given = json.putArray("given");
        for (UnitTest.Given input : test.given()) {
            given.add(rows(input.rows()).put("input", input.input()));
        }
        json.set("expect", rows(test.expected()));
        json.put("description", test.description());
        ObjectNode overrides = json.putObject("overrides");
        overrides.set("macros", Json.object(test.macros()));
        overrides.set("vars", Json.object(test.vars()));
        overrides.set("env_vars", Json.object(test.environment()));
        ObjectNode depends = json.putObject("depends_on");
        depends.set("macros", Json.array(List.of()));
        depends.set("nodes", Json.array(test.dependencies().nodes()));
        json.set("config", Json.object(test.config().with("enabled", true).values()));
        json.put("checksum", Code.sha256(given + json.path("expect").toString() + overrides));
        json.set("version", version(test.version()));
        json.put("created_at", 0.0);
        return json;
    }

    private static ObjectNode rows(UnitTestRows rows) {
        ObjectNode json = Json.object();
        switch (rows) {
            case UnitTestRows.Values values -> {
                json.set("rows", Json.array(values.rows()));
                json.put("format", values.csv() ? "csv" : "dict");
            }
            case UnitTestRows.Sql sql -> {
                json.put("rows", sql.sql());
                json.put("format", "sql");
            }
        }
        return json.put("fixture", rows.fixture());
    }

    private static ObjectNode group(Group group) {
        ObjectNode json = identity(group.identity(), false);
        json.set("owner", owner(group.owner()));
        json.put("description", group.description());
        json.putObject("config");
        return json;
    }

    private static ObjectNode macro(Macro macro) {
        ObjectNode json = identity(macro.identity(), false);
        json.put("macro_sql", macro.sql());
        json.putObject("depends_on").set("macros", Json.array(macro.macros()));
        json.put("description", macro.description());
        json.set("meta", Json.object(macro.meta()));
        ObjectNode docs = json.putObject("docs");
        docs.put("show", macro.show());
        docs.putNull("node_color");
        json.put("patch_path", macro.patchPath());
        ArrayNode arguments = json.putArray("arguments");
        for (Macro.Argument argument : macro.arguments()) {
            ObjectNode each = arguments.addObject();
            each.put("name", argument.name());
            each.put("type", argument.type());
            each.put("description", argument.description());
        }
        json.put("created_at", 0.0);
        json.set("supported_languages", macro.languages().isEmpty() ? null : Json.array(macro.languages()));
        return json;
    }

    private static ObjectNode doc(Doc doc) {
        ObjectNode json = identity(doc.identity(), false);
        json.put("block_contents", doc.contents());
        return json;
    }

    private static ObjectNode identity(Identity identity, boolean withFqn) {
        ObjectNode json = Json.object();
        json.put("name", identity.name());
        json.put("resource_type", identity.type().word());
        json.put("package_name", identity.packageName());
        json.put("path", identity.path());
        json.put("original_file_path", identity.originalPath());
        json.put("unique_id", identity.uniqueId());
        if (withFqn) {
            json.set("fqn", Json.array(identity.fqn()));
        }
        return json;
    }

    private static void documentation(ObjectNode json, Documentation documentation, Config config) {
        json.put("description", documentation.description());
        json.set("columns", columns(documentation.columns().values()));
        json.set("meta", Json.object(config.map("meta")));
        ObjectNode docs = json.putObject("docs");
        docs.put("show", documentation.show());
        docs.put("node_color", documentation.nodeColor());
        json.put("patch_path", documentation.patchPath());
    }

    private static ObjectNode columns(Collection<Column> columns) {
        ObjectNode json = Json.object();
        for (Column column : columns) {
            ObjectNode each = json.putObject(column.name());
            each.put("name", column.name());
            each.put("description", column.description());
            each.set("meta", Json.object(column.meta()));
            each.put("data_type", column.dataType());
            each.set("constraints", constraints(column.constraints(), false));
            each.set("quote", Json.of(column.quote()));
            ObjectNode config = each.putObject("config");
            config.set("meta", Json.object(column.meta()));
            config.set("tags", Json.array(column.tags()));
            each.set("tags", Json.array(column.tags()));
            each.put("granularity", column.granularity());
        }
        return json;
    }

    private static ArrayNode constraints(List<Constraint> constraints, boolean ofTable) {
        ArrayNode json = Json.array(List.of());
        for (Constraint constraint : constraints) {
            ObjectNode each = json.addObject();
            each.put("type", constraint.type());
            each.put("name", constraint.name());
            each.put("expression", constraint.expression());
            each.put("warn_unenforced", constraint.warnUnenforced());
            each.put("warn_unsupported", constraint.warnUnsupported());
            each.put("to", constraint.to());
            each.set("to_columns", Json.array(constraint.toColumns()));
            if (ofTable) {
                each.set("columns", Json.array(constraint.columns()));
            }
        }
        return json;
    }

    private static void calls(ObjectNode json, Dependencies dependencies) {
        json.set("refs", refs(dependencies.refs()));
        ArrayNode sources = json.putArray("sources");
        for (SourceCall call : dependencies.sources()) {
            sources.add(Json.array(List.of(call.source(), call.table())));
        }
        ArrayNode metrics = json.putArray("metrics");
        dependencies.metrics().forEach(call -> metrics.add(Json.array(List.of(call.name()))));
        json.putArray("functions");
        ObjectNode depends = json.putObject("depends_on");
        depends.set("macros", Json.array(dependencies.macros()));
        depends.set("nodes", Json.array(dependencies.nodes()));
    }

    private static ArrayNode refs(List<RefCall> calls) {
        ArrayNode refs = Json.array(List.of());
        for (RefCall call : calls) {
            ObjectNode each = refs.addObject();
            each.put("name", call.name());
            each.put("package", call.packageName());
            each.set("version", version(call.version()));
        }
        return refs;
    }
}
