package basin.run.sync;

import basin.connect.ChunkRows;
import basin.core.rows.Batch;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import org.jspecify.annotations.Nullable;

/// Rows on their way from a source into files, counted as they pass.
final class CountedRows implements Rows {

    private final ChunkRows rows;
    private final String stream;
    private final SyncListener listener;

    CountedRows(ChunkRows rows, String stream, SyncListener listener) {
        this.rows = rows;
        this.stream = stream;
        this.listener = listener;
    }

    @Override
    public Schema schema() {
        return rows.schema();
    }

    @Override
    public @Nullable Batch next() {
        Batch batch = rows.next();
        if (batch != null) {
            listener.read(stream, batch.size(), batch.bytes());
        }
        return batch;
    }

    @Override
    public void close() {
        rows.close();
    }
}
