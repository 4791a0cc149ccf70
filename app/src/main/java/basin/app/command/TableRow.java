package basin.app.command;

import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.lake.TableSnapshot;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What the lake notes about a table or a view.
///
/// @param awaited whether the load that is to fill the table has not ended yet
/// @param newest empty while nothing was ever written to the table, and for a view
record TableRow(TableName name, boolean isView, Schema schema, boolean awaited, Optional<TableSnapshot> newest) {
    long rows() {
        return newest.map(TableSnapshot::rows).orElse(0L);
    }

    long bytes() {
        return newest.map(TableSnapshot::bytes).orElse(0L);
    }

    /// In whole seconds, ISO 8601; empty while nothing was ever written.
    String lastCommit() {
        return newest.map(snapshot ->
                        snapshot.since().truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("");
    }
}
