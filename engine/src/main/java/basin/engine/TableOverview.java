package basin.engine;

import basin.core.rows.Schema;
import basin.core.stream.TableName;
import java.time.Instant;
import java.util.Optional;

/// What the lake knows about a table without reading it.
///
/// @param rows       how many it has
/// @param bytes      what its files take
/// @param awaited    whether the load that is to fill it has not ended yet
/// @param lastCommit when it last changed; empty while nothing was ever written to it
public record TableOverview(
        TableName name, Schema schema, long rows, long bytes, boolean awaited, Optional<Instant> lastCommit) {}
