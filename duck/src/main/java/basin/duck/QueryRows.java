package basin.duck;

import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.duck.arrow.IncomingBatch;
import basin.duck.capi.DuckApi;
import basin.duck.capi.Handle;
import basin.duck.capi.Text;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The rows of a query, copied out of DuckDB column by column.
final class QueryRows implements Rows {

    private final DuckConnection connection;
    private final PreparedStatement statement;
    private final Result result;
    private final BatchPool pool;
    private final Handle arrowOptions;
    private final IncomingBatch incoming = new IncomingBatch();

    QueryRows(DuckConnection connection, PreparedStatement statement, Result result, Schema schema) {
        this.connection = connection;
        this.statement = statement;
        this.result = result;
        this.pool = new BatchPool(schema);
        this.arrowOptions = connection.arrowOptions();
    }

    @Override
    public Schema schema() {
        return pool.schema();
    }

    @Override
    public @Nullable Batch next() {
        try (Handle chunk = new Handle(DuckApi.DESTROY_DATA_CHUNK)) {
            while (result.next(chunk)) {
                if (DuckApi.DATA_CHUNK_GET_SIZE.count(chunk.get()) > 0) {
                    return batch(chunk);
                }
                chunk.clear();
            }
            return null;
        }
    }

    private Batch batch(Handle chunk) {
        MemorySegment error = DuckApi.DATA_CHUNK_TO_ARROW.pointer(arrowOptions.get(), chunk.get(), incoming.out());
        if (error.address() != 0) {
            try (Handle _ = new Handle(DuckApi.DESTROY_ERROR_DATA).holding(error)) {
                throw connection.failure(Text.read(DuckApi.ERROR_DATA_MESSAGE.pointer(error)));
            }
        }
        Batch batch = pool.take();
        try {
            incoming.copyInto(batch);
            return batch;
        } catch (RuntimeException | Error e) {
            batch.close();
            throw e;
        }
    }

    @Override
    public void close() {
        result.close();
        statement.close();
        arrowOptions.close();
        pool.close();
    }
}
