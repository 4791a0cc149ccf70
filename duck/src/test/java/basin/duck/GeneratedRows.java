package basin.duck;

import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.rows.Values;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows with one column, `v`, that holds given values; three to a batch, so that several batches are under way.
final class GeneratedRows implements Rows {

    private final BatchPool pool;
    private final Iterator<@Nullable Object> values;

    GeneratedRows(Type type, List<@Nullable Object> values) {
        this.pool = new BatchPool(Schema.of(Field.optional("v", type)));
        this.values = values.iterator();
    }

    @Override
    public Schema schema() {
        return pool.schema();
    }

    @Override
    public @Nullable Batch next() {
        if (!values.hasNext()) {
            return null;
        }
        Batch batch = pool.take();
        while (values.hasNext() && batch.size() < 3) {
            Values.append(batch.column(0), values.next());
            batch.endRow();
        }
        return batch;
    }

    @Override
    public void close() {
        pool.close();
    }
}
