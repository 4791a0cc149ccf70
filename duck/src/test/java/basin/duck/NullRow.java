package basin.duck;

import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Column;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import org.jspecify.annotations.Nullable;

/// A single row, of any columns, in which nothing is known.
final class NullRow implements Rows {

    private final BatchPool pool;
    private boolean read;

    NullRow(Schema schema) {
        this.pool = new BatchPool(schema);
    }

    @Override
    public Schema schema() {
        return pool.schema();
    }

    @Override
    public @Nullable Batch next() {
        if (read) {
            return null;
        }
        read = true;
        Batch batch = pool.take();
        batch.columns().forEach(Column::appendNull);
        batch.endRow();
        return batch;
    }

    @Override
    public void close() {
        pool.close();
    }
}
