package basin.core.rows;

import java.util.ArrayDeque;
import java.util.Deque;

/// Batches of one schema, used again and again so that their memory is allocated once.
///
/// Safe to use from several threads: batches are often given back by another thread than the one that fills them.
/// Closing the pool frees the batches at rest; those still out are freed when they are given back.
public final class BatchPool implements AutoCloseable {

    /// A batch that grew beyond this is freed rather than kept, so that one run of huge values does not stay in memory.
    private static final long KEPT_BYTES = 2 * Batch.FULL_BYTES;

    private final Schema schema;
    private final Deque<Batch> atRest = new ArrayDeque<>();
    private boolean closed;

    public BatchPool(Schema schema) {
        this.schema = schema;
    }

    public Schema schema() {
        return schema;
    }

    /// An empty batch, owned by the caller until closed.
    public synchronized Batch take() {
        Batch batch = atRest.isEmpty() ? new Batch(schema, this) : atRest.pop();
        batch.open();
        return batch;
    }

    synchronized void giveBack(Batch batch) {
        if (closed || batch.bytes() > KEPT_BYTES) {
            batch.free();
        } else {
            atRest.push(batch);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        atRest.forEach(Batch::free);
        atRest.clear();
    }
}
