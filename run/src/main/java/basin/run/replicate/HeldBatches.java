package basin.run.replicate;

import basin.core.rows.Batch;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Batches that wait to be written, all of one schema. For one thread.
final class HeldBatches implements Rows {

    private final Schema schema;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private long bytes;

    HeldBatches(Schema schema) {
        this.schema = schema;
    }

    /// Takes a batch over.
    void add(Batch batch) {
        batches.add(batch);
        bytes += batch.bytes();
    }

    /// What the batches take of the memory.
    long bytes() {
        return bytes;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public @Nullable Batch next() {
        return batches.poll();
    }

    /// Lets go of what nobody has taken.
    @Override
    public void close() {
        batches.forEach(Batch::close);
        batches.clear();
    }
}
