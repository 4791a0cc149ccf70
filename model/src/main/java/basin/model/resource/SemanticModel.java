package basin.model.resource;

import basin.model.config.Config;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A model's entities, dimensions and measures for the semantic layer. Basin keeps it for other tools, and knows what
/// it depends on.
///
/// @param declaration as written
public record SemanticModel(
        Identity identity, Map<String, @Nullable Object> declaration, Config config, Dependencies dependencies)
        implements Resource {

    /// The same with its dependencies resolved.
    public SemanticModel with(Dependencies resolved) {
        return new SemanticModel(identity, declaration, config, resolved);
    }
}
