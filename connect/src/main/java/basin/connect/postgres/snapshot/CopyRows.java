package basin.connect.postgres.snapshot;

import basin.connect.ChunkRows;
import basin.connect.Quarantine;
import basin.connect.RejectedRow;
import basin.connect.Stream;
import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Schema;
import basin.core.stream.Chunk;
import basin.core.stream.ChunkReceipt;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/// The rows of a chunk, decoded as they come in by COPY.
final class CopyRows implements ChunkRows {

    private final Stream stream;
    private final Chunk chunk;
    private final BatchPool pool;
    private final RowDecoder decoder;
    private final Quarantine quarantine;
    private final Reading reading;
    private long rows;
    private @Nullable ChunkReceipt receipt;

    /// What goes on at the other end.
    interface Reading extends AutoCloseable {

        /// The answer to COPY.
        CopyOut copy();

        /// Called once after the last row: makes sure that it was the table it should have been, and lets go
        /// of the connection.
        ///
        /// @return the evidence to keep
        String complete() throws SQLException;

        /// Makes a problem of a failure.
        RuntimeException failed(SQLException e);

        /// Makes a problem of a row for which there is no memory.
        RuntimeException tooLarge(OutOfMemoryError e);

        /// Cuts the reading unless it is complete.
        @Override
        void close();
    }

    /// @param schema of what is read: the stream's, or that of something about its rows
    CopyRows(Stream stream, Chunk chunk, Schema schema, RowDecoder decoder, Quarantine quarantine, Reading reading) {
        this.stream = stream;
        this.chunk = chunk;
        this.pool = new BatchPool(schema);
        this.decoder = decoder;
        this.quarantine = quarantine;
        this.reading = reading;
    }

    @Override
    public Schema schema() {
        return pool.schema();
    }

    @Override
    public @Nullable Batch next() {
        if (receipt != null) {
            return null;
        }
        Batch batch = pool.take();
        try {
            fill(batch);
        } catch (SQLException e) {
            batch.close();
            throw reading.failed(e);
        } catch (OutOfMemoryError e) {
            batch.close();
            throw reading.tooLarge(e);
        } catch (RuntimeException | Error e) {
            batch.close();
            throw e;
        }
        if (batch.size() == 0) {
            batch.close();
            return null;
        }
        return batch;
    }

    @Override
    public ChunkReceipt receipt() {
        if (receipt == null) {
            throw new IllegalStateException("the rows have not been read to their end");
        }
        return receipt;
    }

    @Override
    public void close() {
        reading.close();
        pool.close();
    }

    private void fill(Batch batch) throws SQLException {
        CopyOut copy = reading.copy();
        while (!batch.isFull()) {
            byte[] message = copy.readFromCopy();
            if (message == null) {
                receipt = new ChunkReceipt(chunk.id(), rows, reading.complete());
                return;
            }
            try {
                if (decoder.decode(message, batch)) {
                    batch.endRow();
                    rows++;
                }
            } catch (RowDecoder.Faulty faulty) {
                String content = RowJson.of(batch, batch.size(), 0, faulty.unfitting());
                String key = RowJson.key(batch, batch.size(), stream.schema().primaryKey(), faulty.faults());
                batch.undoRow();
                rows++;
                quarantine.reject(new RejectedRow(stream.name(), chunk.id(), faulty.faults(), key, content));
            }
        }
    }
}
