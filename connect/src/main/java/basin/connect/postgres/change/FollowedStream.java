package basin.connect.postgres.change;

import basin.connect.change.ChangeSink;
import basin.connect.postgres.plan.ColumnNumbers;
import basin.connect.postgres.plan.PlannedStream;
import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.stream.ChangeSchema;
import basin.core.stream.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stream that is followed: its columns as they are at the place in the log where the reader is, what
/// its table has already, and the changes that have not been handed over.
final class FollowedStream implements AutoCloseable {

    private final Standing standing;
    private PlannedStream planned;
    private Map<String, Integer> numbers;
    private BatchPool pool;
    private @Nullable Batch batch;
    private long held;
    private long asked = -1;
    private boolean skipped;
    private boolean discontinued;

    /// @param numbers of the columns, by name, as far as they are known
    FollowedStream(PlannedStream planned, Map<String, Integer> numbers, Standing standing) {
        this.planned = planned;
        this.numbers = numbers;
        this.standing = standing;
        this.pool = new BatchPool(ChangeSchema.of(planned.stream().schema()));
    }

    PlannedStream planned() {
        return planned;
    }

    Map<String, Integer> numbers() {
        return numbers;
    }

    /// Whether changes of a transaction are to be handed over.
    boolean wants(Transaction transaction) {
        if (asked != transaction.ordinal()) {
            asked = transaction.ordinal();
            skipped = standing.has(transaction.xid(), transaction.commit());
        }
        return !skipped && !discontinued;
    }

    /// The batch that the next change goes into.
    Batch batch() {
        Batch current = batch;
        if (current == null) {
            current = pool.take();
            batch = current;
        }
        return current;
    }

    /// Completes a change.
    ///
    /// @param bytes about how large it is
    void endRow(Batch current, int bytes) {
        current.endRow();
        held += bytes;
    }

    /// About how large the changes are that have not been handed over.
    long held() {
        return held;
    }

    /// Hands over what there is.
    void flush(ChangeSink sink) {
        Batch full = batch;
        batch = null;
        held = 0;
        if (full != null && full.size() > 0) {
            sink.changes(planned.stream(), full);
        } else if (full != null) {
            full.close();
        }
    }

    /// Goes on with other columns; all changes with the present ones have been handed over.
    void alter(PlannedStream now, Map<String, Integer> nowNumbers) {
        pool.close();
        planned = now;
        numbers = nowNumbers;
        pool = new BatchPool(ChangeSchema.of(now.stream().schema()));
    }

    /// What its table stands for with everything up to a place that was handed over: which transactions
    /// it has, and its columns.
    Position position(Lsn place) {
        return new Position(standing.upTo(place).position() + " " + new ColumnNumbers(numbers));
    }

    /// Goes on with the same columns, some of which have other numbers or names than they had.
    void renumber(Map<String, Integer> nowNumbers) {
        numbers = nowNumbers;
    }

    /// Wants nothing more.
    void discontinue() {
        discontinued = true;
    }

    boolean isDiscontinued() {
        return discontinued;
    }

    @Override
    public void close() {
        if (batch != null) {
            batch.close();
            batch = null;
        }
        pool.close();
    }
}
