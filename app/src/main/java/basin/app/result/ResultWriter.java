package basin.app.result;

import basin.core.rows.Batch;
import basin.core.rows.Rows;
import basin.core.rows.Schema;

/// Writes the rows of one result. Called in this order: [#begin] once, [#row] for each row, [#end] once; not at
/// all any more after a failure, so what was begun may stay incomplete.
public interface ResultWriter {

    /// Starts with the columns there are.
    void begin(Schema schema);

    /// Writes one row of `batch`, which must not be kept.
    void row(Batch batch, int row);

    /// Shows what has been written so far, if it can be shown already.
    void flush();

    /// Completes the result.
    void end();

    /// Writes all of `rows`, a batch at a time, and says how many there were. The caller closes `rows`.
    default long write(Rows rows) {
        begin(rows.schema());
        long count = 0;
        for (Batch next = rows.next(); next != null; next = rows.next()) {
            try (Batch batch = next) {
                for (int row = 0; row < batch.size(); row++) {
                    row(batch, row);
                }
                count += batch.size();
            }
            flush();
        }
        end();
        return count;
    }
}
