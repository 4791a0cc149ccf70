package basin.engine.duck;

import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Column;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that are made of texts and numbers, for DuckDB to read.
final class ListedRows implements Rows {

    private final BatchPool pool;
    private final Iterator<List<@Nullable Object>> rows;

    /// @param rows per row a String, an Integer or null for each field
    ListedRows(Schema schema, Iterator<List<@Nullable Object>> rows) {
        this.pool = new BatchPool(schema);
        this.rows = rows;
    }

    @Override
    public Schema schema() {
        return pool.schema();
    }

    @Override
    public @Nullable Batch next() {
        if (!rows.hasNext()) {
            return null;
        }
        Batch batch = pool.take();
        while (rows.hasNext() && !batch.isFull()) {
            List<@Nullable Object> row = rows.next();
            for (int i = 0; i < row.size(); i++) {
                append(batch.column(i), row.get(i));
            }
            batch.endRow();
        }
        return batch;
    }

    private static void append(Column column, @Nullable Object value) {
        switch (value) {
            case null -> column.appendNull();
            case Integer number -> column.appendInt(number);
            default -> column.appendString(value.toString());
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
