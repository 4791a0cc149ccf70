package basin.run.sync;

import basin.connect.Quarantine;
import basin.connect.RejectedRow;
import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of one chunk that fit nowhere, written into files as they come. For one thread.
public final class RejectedRows implements Quarantine, AutoCloseable {

    private final ParquetWriter writer;
    private final Supplier<ParquetLayout> layout;
    private final Clock clock;
    private final BatchPool pool = new BatchPool(QuarantineTable.SCHEMA);
    private final List<ParquetFile> files = new ArrayList<>();
    private @Nullable Batch batch;
    private long count;

    /// @param layout asked for with the first row, since most chunks have none and most streams need no such
    ///     table
    public RejectedRows(ParquetWriter writer, Supplier<ParquetLayout> layout, Clock clock) {
        this.writer = writer;
        this.layout = layout;
        this.clock = clock;
    }

    @Override
    public void reject(RejectedRow row) {
        Batch rows = batch == null ? pool.take() : batch;
        batch = rows;
        rows.column(0).appendString(row.chunk());
        if (row.key() == null) {
            rows.column(1).appendNull();
        } else {
            rows.column(1).appendString(row.key());
        }
        rows.column(2)
                .appendString(row.faults().stream().map(RejectedRows::sentence).collect(Collectors.joining("; ")));
        rows.column(3).appendString(row.content());
        rows.column(4).appendLong(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        rows.endRow();
        count++;
        if (rows.isFull()) {
            write();
        }
    }

    /// How many there were.
    public long count() {
        return count;
    }

    /// Ends the last file.
    ///
    /// @return all files; empty if every row of the chunk had its place
    public List<ParquetFile> finish() {
        write();
        return List.copyOf(files);
    }

    @Override
    public void close() {
        if (batch != null) {
            batch.close();
        }
        pool.close();
    }

    private void write() {
        if (batch != null) {
            Batch full = batch;
            batch = null;
            files.addAll(writer.write(new OneBatch(full), layout.get()));
        }
    }

    private static String sentence(RejectedRow.Fault fault) {
        return fault.column() + ": the value " + fault.value() + " " + fault.reason() + "; " + fault.remedy();
    }

    private static final class OneBatch implements Rows {
        private @Nullable Batch batch;

        OneBatch(Batch batch) {
            this.batch = batch;
        }

        @Override
        public Schema schema() {
            return QuarantineTable.SCHEMA;
        }

        @Override
        public @Nullable Batch next() {
            Batch next = batch;
            batch = null;
            return next;
        }

        @Override
        public void close() {
            if (batch != null) {
                batch.close();
            }
        }
    }
}
