package basin.model.resource;

import basin.model.config.Config;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A metric of the semantic layer. Basin keeps it for other tools, and knows what it depends on.
///
/// @param declaration as written
public record Metric(
        Identity identity, Map<String, @Nullable Object> declaration, Config config, Dependencies dependencies)
        implements Resource {

    /// The same with its dependencies resolved.
    public Metric with(Dependencies resolved) {
        return new Metric(identity, declaration, config, resolved);
    }
}
