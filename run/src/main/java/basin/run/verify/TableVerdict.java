package basin.run.verify;

import basin.connect.Stream;
import basin.connect.digest.Movement;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import java.time.Duration;
import java.util.Optional;

/// What came of comparing one stream with its table.
///
/// @param stream          the stream's name in the source
/// @param mode            how the stream is loaded
/// @param table           its table in the lake
/// @param sourceRows      how many rows the source has, those included that have no place in the lake's types
/// @param lakeRows        how many rows the table has
/// @param unfit           how many rows of the source have no place in the lake's types
/// @param quarantined     how many rows the stream's quarantine has
/// @param pieces          into how many pieces the rows were dealt out
/// @param differingPieces how many of these have different sums
/// @param differences     the rows in those
/// @param compared        where the source was when it was compared
/// @param movement        how the source had moved by then since the table was loaded
/// @param loaded          where the source was when the table was loaded; empty if it never was
/// @param duration        how long it took
public record TableVerdict(
        String stream,
        Stream.Mode mode,
        TableName table,
        long sourceRows,
        long lakeRows,
        long unfit,
        long quarantined,
        int pieces,
        int differingPieces,
        Differences differences,
        Position compared,
        Movement movement,
        Optional<Position> loaded,
        Duration duration) {

    /// Whether the table holds what the source does, and the quarantine what has no place there.
    public boolean agrees() {
        return differingPieces == 0 && quarantineAgrees();
    }

    /// Whether the quarantine has as many rows as belong there.
    public boolean quarantineAgrees() {
        return quarantined == unfit;
    }
}
