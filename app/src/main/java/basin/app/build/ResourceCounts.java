package basin.app.build;

import basin.app.progress.Progress;
import basin.app.terminal.Figures;
import basin.app.workplace.Workplace;
import basin.model.graph.ProjectGraph;
import basin.model.resource.Resource;
import basin.model.resource.ResourceType;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many models, seeds and so on a dbt project has that is found right.
///
/// @param byType without those that there are none of
public record ResourceCounts(Map<ResourceType, Integer> byType) {
    /// There is no dbt project.
    public static final ResourceCounts NONE = new ResourceCounts(Map.of());

    /// Reads a dbt project and counts.
    ///
    /// @throws basin.core.problem.ProblemException with every mistake in it
    public static ResourceCounts of(Workplace workplace, ProjectFlags flags) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        try (Progress progress = workplace.progress()) {
            ProjectGraph graph = new ProjectCommand("parse", arguments)
                    .read(workplace, flags, progress)
                    .graph();
            return of(graph);
        }
    }

    static ResourceCounts of(ProjectGraph graph) {
        Map<ResourceType, Integer> counts = new EnumMap<>(ResourceType.class);
        for (Resource resource : graph.resources().values()) {
            counts.merge(resource.type(), 1, Integer::sum);
        }
        return new ResourceCounts(counts);
    }

    /// `, 12 models, 30 tests`; empty where there is nothing.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (ResourceType type : new ResourceType[] {ResourceType.MODEL, ResourceType.SEED, ResourceType.SNAPSHOT}) {
            append(text, type.word(), byType.getOrDefault(type, 0));
        }
        append(
                text,
                "test",
                byType.getOrDefault(ResourceType.TEST, 0) + byType.getOrDefault(ResourceType.UNIT_TEST, 0));
        return text.toString();
    }

    private static void append(StringBuilder text, String word, int count) {
        if (count > 0) {
            text.append(", ").append(Figures.count(count, word));
        }
    }

    /// Writes the field `resources`, where there are any.
    public void write(JsonGenerator json) throws IOException {
        if (!byType.isEmpty()) {
            json.writeObjectFieldStart("resources");
            for (Map.Entry<ResourceType, Integer> entry : byType.entrySet()) {
                json.writeNumberField(entry.getKey().word(), entry.getValue());
            }
            json.writeEndObject();
        }
    }
}
