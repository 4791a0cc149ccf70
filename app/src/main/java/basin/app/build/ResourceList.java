package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.terminal.JsonText;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.model.graph.ProjectGraph;
import basin.model.resource.Hook;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.Source;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The resources of a project that are selected, a line for each.
public record ResourceList(List<Resource> resources, Form form) implements Answer {
    public ResourceList {
        resources = List.copyOf(resources);
    }

    /// How a resource is written.
    public enum Form {
        /// As `--select` takes it: `shop.marts.orders`, `source:shop.crm.customers`.
        SELECTOR,
        NAME,
        /// Its file.
        PATH,
        /// An object with what there is to say.
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Lists what is selected.
    ///
    /// @throws basin.core.problem.ProblemException if the project or the selection is wrong
    public static ResourceList of(Workplace workplace, ProjectFlags flags, SelectionFlags selection, Form form) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        try (Progress progress = workplace.progress()) {
            ProjectGraph graph = new ProjectCommand("list", arguments)
                    .read(workplace, flags, progress)
                    .graph();
            List<Resource> resources = selection.of(graph, workplace).stream()
                    .flatMap(id -> Stream.ofNullable(graph.find(id)))
                    .filter(resource -> !(resource instanceof Node node && node.kind() instanceof Hook))
                    .toList();
            return new ResourceList(resources, form);
        }
    }

    @Override
    public void show(Screen out) {
        if (form == Form.JSON) {
            for (Resource resource : resources) {
                try (JsonGenerator json = JsonText.to(out)) {
                    write(resource, json);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                out.line();
            }
            return;
        }
        new TreeSet<>(resources.stream().map(this::line).toList()).forEach(out::line);
    }

    private String line(Resource resource) {
        return switch (form) {
            case SELECTOR, JSON -> selector(resource);
            case NAME ->
                resource instanceof Source source ? source.sourceName() + "." + source.name() : resource.name();
            case PATH -> resource.identity().originalPath();
        };
    }

    private static String selector(Resource resource) {
        return switch (resource) {
            case Node node -> String.join(".", node.identity().fqn());
            case Source source ->
                "source:" + String.join(".", source.packageName(), source.sourceName(), source.name());
            default -> resource.type().word() + ":" + resource.packageName() + "." + resource.name();
        };
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("resources");
        for (Resource resource : resources) {
            write(resource, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Resource resource, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("unique_id", resource.uniqueId());
        json.writeStringField("name", resource.name());
        json.writeStringField("resource_type", resource.type().word());
        json.writeStringField("package_name", resource.packageName());
        json.writeStringField("original_file_path", resource.identity().originalPath());
        json.writeArrayFieldStart("depends_on");
        for (String id : ProjectGraph.dependsOn(resource)) {
            json.writeString(id);
        }
        json.writeEndArray();
        if (resource instanceof Node node) {
            json.writeStringField("alias", node.relation().identifier());
            json.writeStringField("schema", node.relation().schema());
            json.writeStringField("materialized", node.materialized());
            json.writeArrayFieldStart("tags");
            for (String tag : node.config().texts("tags")) {
                json.writeString(tag);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
