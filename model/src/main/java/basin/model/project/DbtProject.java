package basin.model.project;

import basin.core.problem.Place;
import basin.model.config.ConfigTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one `dbt_project.yml` says: the root project's, or a package's.
///
/// @param name by which its resources are known: `dbt_utils`
/// @param folder absolute
/// @param shownAs the folder relative to the root project's, for problems; empty for the root project
/// @param version as written; null if none is
/// @param profile the profile it names; null if it names none
/// @param vars as written: global ones, and mappings under the names of packages
/// @param dispatch where macros of a namespace are looked for
/// @param onRunStart what runs before everything else
/// @param onRunEnd what runs after everything else
/// @param trees the configuration trees by section: `models`, `seeds`, `snapshots`, `data_tests` and so on
/// @param quoting what `quoting:` says of `database`, `schema` and `identifier`
/// @param queryComment as written; null if it is not said
/// @param flags the mapping under `flags`
/// @param restrictsAccess whether other projects may refer to its public models alone
/// @param packagesFolder where its packages are, relative to `folder`
/// @param targetFolder where artifacts go, relative to `folder`
/// @param cleanTargets the folders that cleaning empties, relative to `folder`
public record DbtProject(
        String name,
        Path folder,
        Path shownAs,
        @Nullable String version,
        @Nullable String profile,
        ResourcePaths paths,
        Map<String, @Nullable Object> vars,
        List<Dispatch> dispatch,
        List<Statement> onRunStart,
        List<Statement> onRunEnd,
        Map<String, ConfigTree> trees,
        Map<String, @Nullable Object> quoting,
        @Nullable Object queryComment,
        Map<String, @Nullable Object> flags,
        boolean restrictsAccess,
        String packagesFolder,
        String targetFolder,
        List<String> cleanTargets) {
    /// The file's name.
    public static final String FILE = "dbt_project.yml";

    /// Where macros of a namespace are looked for, instead of in the root project and then in the namespace itself.
    ///
    /// @param namespace the package whose macros are called through `adapter.dispatch`
    /// @param searchOrder packages, first to last
    public record Dispatch(String namespace, List<String> searchOrder) {}

    /// A statement of the project itself.
    ///
    /// @param sql a template
    /// @param place where it begins
    public record Statement(String sql, Place.InFile place) {}

    /// A configuration tree; an empty one if the section is not there.
    public ConfigTree tree(String section) {
        return trees.getOrDefault(section, ConfigTree.EMPTY);
    }
}
