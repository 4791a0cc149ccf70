package basin.lake.catalog;

import basin.core.stream.TableName;

/// A line of the catalog.
///
/// @param metadata where the file lies that says what the table or view is: another one after each change
public record CatalogEntry(TableName name, boolean isView, String metadata) {}
