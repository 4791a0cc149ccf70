package basin.run.sync;

import basin.core.stream.TableName;
import basin.lake.change.ChangeCounts;

/// What changes did to the tables of one stream.
///
/// @param stream   its name in the source
/// @param table    the table that holds its newest rows, or, where it has no key, its changes
/// @param changes  how many of each kind
/// @param rejected how many rows went into quarantine instead
public record ChangeReport(String stream, TableName table, ChangeCounts changes, long rejected) {

    ChangeReport plus(ChangeCounts more, long moreRejected) {
        return new ChangeReport(stream, table, changes.plus(more), rejected + moreRejected);
    }
}
