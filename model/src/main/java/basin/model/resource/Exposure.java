package basin.model.resource;

import basin.model.config.Config;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something outside of the project that uses it: a dashboard, a notebook, an application.
///
/// @param exposureType `dashboard`, `notebook`, `analysis`, `ml` or `application`
/// @param label null if it has none
/// @param url null if it has none
/// @param maturity `low`, `medium` or `high`; null if it is not said
public record Exposure(
        Identity identity,
        String exposureType,
        Owner owner,
        String description,
        @Nullable String label,
        @Nullable String url,
        @Nullable String maturity,
        Map<String, @Nullable Object> meta,
        Config config,
        Dependencies dependencies)
        implements Resource {

    /// The same with its dependencies resolved.
    public Exposure with(Dependencies resolved) {
        return new Exposure(identity, exposureType, owner, description, label, url, maturity, meta, config, resolved);
    }
}
