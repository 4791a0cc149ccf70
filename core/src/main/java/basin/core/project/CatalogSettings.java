package basin.core.project;

import basin.core.settings.Doc;
import org.jspecify.annotations.Nullable;

/// Where the lake's tables are registered.
///
/// @param postgres null for the embedded catalog in the state folder
@Doc("Where the lake's tables are registered: by default in a database embedded in the state folder.")
public record CatalogSettings(
        @Doc("A Postgres database that holds the catalog, for a lake that several machines write to.") @Nullable
        PostgresCatalog postgres) {}
