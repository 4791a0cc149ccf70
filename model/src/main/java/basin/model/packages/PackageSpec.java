package basin.model.packages;

import basin.core.problem.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A package that a project asks for.
public sealed interface PackageSpec {

    /// Where it is asked for.
    Place.InFile place();

    /// A folder on this machine.
    ///
    /// @param path relative to the folder of the project that asks for it
    record Local(String path, Place.InFile place) implements PackageSpec {}

    /// A package of the hub.
    ///
    /// @param name with its namespace: `dbt-labs/dbt_utils`
    /// @param versions conditions that the version must meet, all of them
    /// @param prerelease whether a version such as `1.0.0-rc1` will do
    record Hub(String name, List<String> versions, boolean prerelease, Place.InFile place) implements PackageSpec {
        /// The name without its namespace: that of its folder.
        public String shortName() {
            return name.substring(name.indexOf('/') + 1);
        }
    }

    /// A git repository.
    ///
    /// @param revision a tag, a branch or a commit; null for the default branch
    /// @param subdirectory the folder of the repository that holds the package; null for the outermost
    record Git(
            String url, @Nullable String revision, @Nullable String subdirectory, Place.InFile place)
            implements PackageSpec {}

    /// An archive, `.tar.gz`.
    ///
    /// @param name that of its folder
    record Tarball(String url, String name, Place.InFile place) implements PackageSpec {}

    /// A repository that dbt's own service finds; it has to be installed by hand.
    record Private(String name, Place.InFile place) implements PackageSpec {}
}
