package basin.core.rows;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rows that somebody sees pass: to count them, or to tell how far it is.
///
/// @param rows    closed with these
/// @param watcher shown each batch before its reader has it; must not keep it
public record WatchedRows(Rows rows, Consumer<Batch> watcher) implements Rows {

    @Override
    public Schema schema() {
        return rows.schema();
    }

    @Override
    public @Nullable Batch next() {
        Batch batch = rows.next();
        if (batch != null) {
            watcher.accept(batch);
        }
        return batch;
    }

    @Override
    public void close() {
        rows.close();
    }
}
