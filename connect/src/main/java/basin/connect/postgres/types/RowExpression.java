package basin.connect.postgres.types;

import basin.connect.postgres.catalog.Attribute;
import basin.core.stream.TableName;
import java.util.List;

/// A composite value taken apart and put together again, so that the server writes out those fields that cannot
/// travel as they are. A value whose fields are all null stays different from no value.
///
/// @param value the composite value as an SQL expression
/// @param wires one for each of the fields
record RowExpression(String value, List<Attribute> fields, List<Wire> wires) {

    String sql() {
        StringBuilder row = new StringBuilder("case when (" + value + ") is distinct from null then row(");
        for (int i = 0; i < fields.size(); i++) {
            String field = "(" + value + ")." + TableName.quote(fields.get(i).name());
            row.append(i == 0 ? "" : ", ").append(wires.get(i).select().apply(field));
        }
        return row.append(") end").toString();
    }
}
