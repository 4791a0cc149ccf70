package basin.model.resource;

import java.util.List;
import java.util.Locale;
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
        PUBLIC;

        /// `private`, `protected`, `public`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The same with what its template configures; null leaves as it is.
    ///
    /// @param accessWord `private`, `protected` or `public`; any other word counts as null
    public Model configured(@Nullable String accessWord, @Nullable String groupName) {
        Access configured = access;
        for (Access each : Access.values()) {
            if (each.word().equals(accessWord)) {
                configured = each;
            }
        }
        return new Model(
                version,
                latestVersion,
                configured,
                groupName == null ? group : groupName,
                deprecated,
                constraints,
                timeSpine);
    }

    /// Whether it is the version that `ref()` without `v=` means; false for a model without versions.
    public boolean isLatestVersion() {
        return version != null && version.equals(latestVersion);
    }

    /// Whether its version comes after the one that `ref()` without `v=` means.
    public boolean isLaterThanLatest() {
        return version != null && latestVersion != null && compareVersions(version, latestVersion) > 0;
    }

    /// Whether its version comes before the one that `ref()` without `v=` means.
    public boolean isEarlierThanLatest() {
        return version != null && latestVersion != null && compareVersions(version, latestVersion) < 0;
    }

    /// The order of versions: numbers by their value, anything else by its text.
    public static int compareVersions(String one, String other) {
        try {
            return Double.compare(Double.parseDouble(one), Double.parseDouble(other));
        } catch (NumberFormatException _) {
            return one.compareTo(other);
        }
    }
}
