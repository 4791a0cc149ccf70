package basin.connect.postgres.plan;

import basin.connect.postgres.catalog.Attribute;
import basin.connect.postgres.types.Wire;
import basin.core.rows.Field;
import basin.core.stream.TableName;

/// A column of a stream: what it is in the table, what it is in the lake, and how its values travel there.
public record PlannedColumn(Attribute attribute, Field field, Wire wire) {

    /// What is selected for it, as an SQL expression over its table.
    public String expression() {
        return wire.select().apply(TableName.quote(field.name()));
    }
}
