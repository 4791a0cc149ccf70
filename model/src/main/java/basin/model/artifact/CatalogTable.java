package basin.model.artifact;

import basin.model.resource.RelationName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table or view as it really is.
///
/// @param uniqueId of the node or source that it is of
/// @param type `BASE TABLE` or `VIEW`
/// @param comment null if it has none
/// @param owner null if it has none
/// @param stats by label, as `Row count`: texts, numbers or truths
public record CatalogTable(
        String uniqueId,
        String type,
        RelationName relation,
        @Nullable String comment,
        @Nullable String owner,
        List<CatalogColumn> columns,
        Map<String, Object> stats) {

    /// A column as it really is.
    ///
    /// @param comment null if it has none
    public record CatalogColumn(
            String name, String type, @Nullable String comment) {}
}
