package basin.lake;

import basin.core.rows.Schema;
import basin.core.stream.TableName;
import java.util.Map;

/// A view: a query under a name, kept in the catalog beside the tables.
///
/// @param sql    in DuckDB's dialect, without a semicolon; it calls tables and views of the lake
///               `schema.name`
/// @param schema the columns it had when it was made
/// @param notes  see [LakeTable#notes()]
public record LakeView(TableName name, String sql, Schema schema, Map<String, String> notes) {
    public LakeView {
        notes = Map.copyOf(notes);
    }
}
