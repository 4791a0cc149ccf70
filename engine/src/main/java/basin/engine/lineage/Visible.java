package basin.engine.lineage;

import java.util.List;

/// A column that can be seen where a FROM clause is over.
///
/// @param column what it depends on, which for one of USING may be more than its table's column does
/// @param path   names that mean it, and nothing else
record Visible(ColumnLineage column, List<String> path) {}
