package basin.engine.workspace.duck;

import basin.core.rows.Batch;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import org.jspecify.annotations.Nullable;

/// The answer of a statement that has none: neither columns nor rows.
record NoRows() implements Rows {

    @Override
    public Schema schema() {
        return Schema.of();
    }

    @Override
    public @Nullable Batch next() {
        return null;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
