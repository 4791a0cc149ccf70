package basin.model.packages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The versions of dbt that a project asks for: `[">=1.3.0", "<2.0.0"]`.
public final class RequiredVersion {
    private RequiredVersion() {}

    /// Whether a version is one of them; null where these are no conditions.
    ///
    /// @param conditions as written in `require-dbt-version`
    public static @Nullable Boolean includes(String version, List<String> conditions) {
        SemanticVersion parsed = SemanticVersion.parse(version);
        List<VersionCondition> all = VersionCondition.parse(conditions);
        if (parsed == null || all == null) {
            return null;
        }
        return all.stream().allMatch(condition -> condition.holds(parsed));
    }
}
