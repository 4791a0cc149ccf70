package basin.model.artifact;

import java.util.List;

/// What the columns of a table or view come from.
///
/// @param uniqueId of the node that makes it
/// @param name     its schema and its own name, with a dot between them
/// @param columns  in their order
public record LineageTable(String uniqueId, String name, List<LineageColumn> columns) {
    public LineageTable {
        columns = List.copyOf(columns);
    }

    /// What a column comes from.
    ///
    /// @param unknown why there may be more than these inputs; empty if there are none
    public record LineageColumn(String name, List<LineageInput> inputs, List<String> unknown) {
        public LineageColumn {
            inputs = List.copyOf(inputs);
            unknown = List.copyOf(unknown);
        }
    }

    /// A column that another comes from, in one way.
    ///
    /// @param uniqueId of the node or source that its table is of; the table's name if it is of none
    /// @param table    the table's schema and name
    /// @param direct   whether values pass; otherwise it only decides on them
    /// @param subtype  in OpenLineage's words: `IDENTITY`, `FILTER`
    public record LineageInput(String uniqueId, String table, String column, boolean direct, String subtype) {}
}
