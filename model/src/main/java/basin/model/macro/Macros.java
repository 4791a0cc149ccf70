package basin.model.macro;

import basin.jinja.value.Callable;
import org.jspecify.annotations.Nullable;

/// The macros as one rendering sees them: bound to its names, ready to be called.
///
/// For one thread.
public interface Macros {
    /// The macro of that name: the template's own package first, then the root project, then Basin's own.
    @Nullable
    Callable find(String name);

    /// The macro of a package; null if there is no such package or macro.
    @Nullable
    Callable find(String packageName, String name);

    /// Whether a package, the root project or `dbt` has that name.
    boolean hasPackage(String name);

    /// The macro for the target's database: of all packages in the namespace's search order, the first that has
    /// `duckdb__name`, or else `default__name`, for a target that is DuckDB.
    ///
    /// @param namespace null for the names that the template sees anyway
    /// @throws basin.jinja.error.JinjaException if there is none
    Callable dispatch(String name, @Nullable String namespace);
}
