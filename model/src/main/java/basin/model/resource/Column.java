package basin.model.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column as YAML describes it.
///
/// @param dataType as written; null if it is not said
/// @param quote whether its name is to be quoted; null if it is not said
/// @param granularity for a column of a time spine; null if it is not said
public record Column(
        String name,
        String description,
        @Nullable String dataType,
        @Nullable Boolean quote,
        List<String> tags,
        Map<String, @Nullable Object> meta,
        List<Constraint> constraints,
        @Nullable String granularity) {}
