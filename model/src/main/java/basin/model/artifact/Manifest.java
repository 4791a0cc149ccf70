package basin.model.artifact;

import basin.model.dictionary.ResourceDictionary;
import basin.model.graph.ProjectGraph;
import basin.model.resource.Group;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// `manifest.json`, version 12: everything that is known of a project before it runs.
public final class Manifest {
    /// The file's name.
    public static final String FILE = "manifest.json";

    private static final String SCHEMA = "manifest/v12";

    private Manifest() {}

    /// The manifest of a graph.
    ///
    /// @param compiled what was compiled, by unique id
    public static ObjectNode of(ProjectGraph graph, Map<String, Compiled> compiled, Invocation invocation) {
        ObjectNode manifest = Json.object();
        ObjectNode metadata = invocation.metadata(SCHEMA);
        String project = graph.tree().root().name();
        metadata.put("project_name", project);
        metadata.put("project_id", md5(project));
        metadata.putNull("user_id");
        metadata.put("send_anonymous_usage_stats", false);
        metadata.put("adapter_type", graph.tree().target().type());
        manifest.set("metadata", metadata);
        ObjectNode nodes = manifest.putObject("nodes");
        graph.nodes().forEach(node -> nodes.set(node.uniqueId(), node(node, compiled.get(node.uniqueId()))));
        put(manifest, "sources", graph.sources());
        put(manifest, "macros", graph.macros().values());
        put(manifest, "docs", graph.docs());
        put(manifest, "exposures", graph.exposures());
        put(manifest, "metrics", graph.metrics());
        put(manifest, "groups", graph.groups());
        manifest.putObject("selectors");
        ObjectNode disabled = manifest.putObject("disabled");
        for (Resource resource : graph.disabled()) {
            disabled.withArray(resource.uniqueId()).add(entry(resource));
        }
        edges(graph, manifest);
        ObjectNode groups = manifest.putObject("group_map");
        for (Group group : graph.groups()) {
            groups.putArray(group.name());
        }
        for (Node node : graph.nodes()) {
            if (node.kind() instanceof Model model && model.group() != null) {
                groups.withArray(model.group()).add(node.uniqueId());
            }
        }
        put(manifest, "saved_queries", graph.savedQueries());
        put(manifest, "semantic_models", graph.semanticModels());
        put(manifest, "unit_tests", graph.unitTests());
        manifest.putObject("functions");
        return manifest;
    }

    /// The entry of a resource of any type, before anything was compiled.
    public static ObjectNode entry(Resource resource) {
        return Json.object(ResourceDictionary.of(resource));
    }

    private static ObjectNode node(Node node, @Nullable Compiled compiled) {
        ObjectNode json = entry(node);
        if (compiled != null) {
            json.put("compiled", true);
            json.put("compiled_path", compiled.path());
            json.put("compiled_code", compiled.code());
            json.put("extra_ctes_injected", true);
        }
        return json;
    }

    private static void put(ObjectNode manifest, String section, Iterable<? extends Resource> resources) {
        ObjectNode entries = manifest.putObject(section);
        resources.forEach(resource -> entries.set(resource.uniqueId(), entry(resource)));
    }

    private static void edges(ProjectGraph graph, ObjectNode manifest) {
        ObjectNode parents = manifest.putObject("parent_map");
        ObjectNode children = manifest.putObject("child_map");
        for (String id : graph.resources().keySet()) {
            parents.set(id, sorted(graph.parents(id)));
            children.set(id, sorted(graph.children(id)));
        }
    }

    private static ArrayNode sorted(Set<String> ids) {
        return Json.array(new TreeSet<>(ids));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return "%032x".formatted(new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
