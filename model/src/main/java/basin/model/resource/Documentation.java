package basin.model.resource;

import basin.core.problem.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What YAML says about a resource for people.
///
/// @param description with docs blocks in place; empty if there is none
/// @param columns by name, in the order written
/// @param meta anything, for tools
/// @param show whether the documentation shows it
/// @param nodeColor its colour in the documentation's graph; null if none is chosen
/// @param patchPath the YAML file in the form `shop://models/schema.yml`; null if no YAML says anything
/// @param place where the YAML says it; null if no YAML says anything
public record Documentation(
        String description,
        Map<String, Column> columns,
        Map<String, @Nullable Object> meta,
        boolean show,
        @Nullable String nodeColor,
        @Nullable String patchPath,
        Place.@Nullable InFile place) {
    /// No YAML says anything.
    public static final Documentation NONE = new Documentation("", Map.of(), Map.of(), true, null, null, null);

    /// The columns as a list.
    public List<Column> columnList() {
        return List.copyOf(columns.values());
    }
}
