package basin.run.sync;

import basin.core.stream.TableName;
import java.time.Duration;
import java.util.List;

/// What a sync did for one stream.
///
/// @param stream    its name in the source
/// @param table     the table it fills
/// @param rows      how many rows were landed by this load, those kept from an interrupted one included
/// @param rejected  how many rows went into quarantine instead
/// @param files     how many files they became
/// @param bytes     the size of those
/// @param unchanged whether the source has nothing that the table does not have, so that it stays as it is
/// @param duration  from the start of the sync until it could be queried
/// @param remarks   what else somebody should know, as sentences about the table; mostly none
public record StreamReport(
        String stream,
        TableName table,
        long rows,
        long rejected,
        int files,
        long bytes,
        boolean unchanged,
        Duration duration,
        List<String> remarks) {

    public StreamReport {
        remarks = List.copyOf(remarks);
    }
}
