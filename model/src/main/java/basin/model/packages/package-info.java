/// The packages a dbt project uses: what it asks for in `packages.yml` or `dependencies.yml`, which versions that comes
/// down to, and how they get into its folder.
///
/// It must never know what is inside of a package, beyond what that asks for in turn.
@NullMarked
package basin.model.packages;

import org.jspecify.annotations.NullMarked;
