package basin.app.result;

import basin.core.rows.Batch;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import org.jspecify.annotations.Nullable;

/// Counts rows as they pass.
final class CountedRows implements Rows {

    private final Rows rows;
    private long count;

    CountedRows(Rows rows) {
        this.rows = rows;
    }

    /// How many have passed.
    long count() {
        return count;
    }

    @Override
    public Schema schema() {
        return rows.schema();
    }

    @Override
    public @Nullable Batch next() {
        Batch batch = rows.next();
        if (batch != null) {
            count += batch.size();
        }
        return batch;
    }

    @Override
    public void close() {
        rows.close();
    }
}
