package basin.run.build;

import basin.core.rows.Batch;
import basin.core.rows.Column;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.model.adapter.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of a query as macros want them: all at once, in memory.
final class FetchedTable {
    private FetchedTable() {}

    /// Reads all rows and closes them.
    static Table of(Rows rows) {
        try (rows) {
            List<String> names =
                    rows.schema().fields().stream().map(Field::name).toList();
            List<List<@Nullable Object>> all = new ArrayList<>();
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                try (Batch one = batch) {
                    addTo(all, one);
                }
            }
            return new Table(names, all);
        }
    }

    private static void addTo(List<List<@Nullable Object>> all, Batch batch) {
        List<Column> columns = batch.columns();
        for (int row = 0; row < batch.size(); row++) {
            List<@Nullable Object> values = new ArrayList<>(columns.size());
            for (Column column : columns) {
                values.add(value(column.get(row)));
            }
            all.add(values);
        }
    }

    /// A value in one of the classes that templates know.
    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            case BigDecimal number when number.scale() == 0 -> number.toBigInteger();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case UUID uuid -> uuid.toString();
            case null, default -> value;
        };
    }
}
