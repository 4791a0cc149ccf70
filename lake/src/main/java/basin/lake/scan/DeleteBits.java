package basin.lake.scan;

import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.lake.storage.Storage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The deletion vectors of data files as rows `(file, bits)`: the number of the file in its scan, and one bit per
/// row of the file.
final class DeleteBits implements Rows {
    private static final Schema SCHEMA =
            Schema.of(Field.required("file", Type.Primitive.LONG), Field.required("bits", Type.Primitive.BINARY));

    private final List<DeletedRows> deleted;
    private final Storage storage;
    private final BatchPool pool = new BatchPool(SCHEMA);
    private int next;

    /// @param deleted in the order of the files in the scan; those without a vector are left out
    DeleteBits(List<DeletedRows> deleted, Storage storage) {
        this.deleted = deleted;
        this.storage = storage;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public @Nullable Batch next() {
        Batch batch = pool.take();
        while (next < deleted.size() && !batch.isFull()) {
            DeletedRows rows = deleted.get(next);
            if (rows.inVector()) {
                byte[] bits = rows.bits(storage);
                batch.column(0).appendLong(next);
                batch.column(1).appendBytes(bits, 0, bits.length);
                batch.endRow();
            }
            next++;
        }
        if (batch.size() == 0) {
            batch.close();
            return null;
        }
        return batch;
    }

    @Override
    public void close() {
        pool.close();
    }
}
