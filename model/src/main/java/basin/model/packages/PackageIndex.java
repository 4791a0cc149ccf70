package basin.model.packages;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The index of packages that a name and a version are looked up in.
public interface PackageIndex {

    /// All versions of a package, by their text; null if there is no such package.
    ///
    /// @param name with its namespace: `dbt-labs/dbt_utils`
    /// @throws basin.core.problem.ProblemException if the index cannot be asked
    @Nullable
    Map<String, Release> releases(String name);

    /// The content of an archive.
    ///
    /// @throws basin.core.problem.ProblemException if it cannot be had
    byte[] download(URI archive);

    /// A version of a package.
    ///
    /// @param folder the name of its folder below `dbt_packages`
    /// @param archive where its `.tar.gz` is
    /// @param needs packages of the index that it asks for in turn, by name
    record Release(String folder, URI archive, Map<String, List<String>> needs) {}
}
