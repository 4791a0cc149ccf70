package basin.model.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A select statement that becomes a table or a view.
///
/// @param version what `v=` in `ref()` names; null for a model without versions
/// @param latestVersion the version that `ref()` without `v=` means; null for a model without versions
/// @param deprecated when it ceases to be kept, as written; null if that is not said
/// @param constraints of the table as a whole
/// @param timeSpine the declaration under `time_spine`, kept as written; empty if there is none
public record Model(
        @Nullable String version,
        @Nullable String latestVersion,
        Access access,
        @Nullable String group,
        @Nullable String deprecated,
        List<Constraint> constraints,
        Map<String, @Nullable Object> timeSpine)
        implements Kind {

    /// Who may refer to a model.
    public enum Access {
        /// Only its own group.
        PRIVATE,
        /// Only its own package.
        PROTECTED,
        /// Everybody.
        PUBLIC
    }

    /// Whether it is the version that `ref()` without `v=` means; false for a model without versions.
    public boolean isLatestVersion() {
        return version != null && version.equals(latestVersion);
    }
}
