package basin.duck;

import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import org.jspecify.annotations.Nullable;

/// Rows that count from 0, each with a text of the same length beside its number; may fail on the way.
final class Numbers implements Rows {

    static final Schema SCHEMA =
            Schema.of(Field.required("n", Type.Primitive.LONG), Field.optional("text", Type.Primitive.STRING));

    private final BatchPool pool = new BatchPool(SCHEMA);
    private final long count;
    private final byte[] text;
    private final @Nullable RuntimeException failure;
    private long next;

    /// @param failure thrown once all have been read, instead of the end; null for none
    Numbers(long count, int textBytes, @Nullable RuntimeException failure) {
        this.count = count;
        this.text = "x".repeat(textBytes).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        this.failure = failure;
    }

    Numbers(long count) {
        this(count, 10, null);
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public @Nullable Batch next() {
        if (next == count) {
            if (failure != null) {
                throw failure;
            }
            return null;
        }
        Batch batch = pool.take();
        while (next < count && !batch.isFull()) {
            batch.column(0).appendLong(next++);
            batch.column(1).appendBytes(text, 0, text.length);
            batch.endRow();
        }
        return batch;
    }

    @Override
    public void close() {
        pool.close();
    }
}
