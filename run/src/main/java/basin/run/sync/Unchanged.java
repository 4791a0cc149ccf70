package basin.run.sync;

import basin.connect.SourceSnapshot;
import basin.connect.Stream;
import basin.core.stream.Chunk;
import basin.core.stream.ChunkReceipt;
import basin.lake.LakeTable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A full load that has nothing to do: the source proves that the rows it has are those that the table and its
/// quarantine were filled with. The older position is as good as the present one.
final class Unchanged extends StreamLoad {

    Unchanged(Stream stream, LakeTable table, Quarantined quarantined, Clock clock) {
        super(stream, table, table.fieldIds(stream.schema()), quarantined, List.of(), clock);
    }

    /// Asks the source whether it is so.
    ///
    /// @param chunks all that the stream has now
    static boolean holds(
            Stream stream, LakeTable table, Quarantined quarantined, SourceSnapshot snapshot, List<Chunk> chunks) {
        Set<String> ids = chunks.stream().map(Chunk::id).collect(Collectors.toSet());
        return table.loaded()
                .filter(receipts -> receipts.size() == ids.size()
                        && rows(receipts) == table.rows() + quarantined.rows()
                        && receipts.stream()
                                .allMatch(receipt ->
                                        ids.contains(receipt.chunk()) && snapshot.stillHolds(stream, receipt)))
                .isPresent();
    }

    @Override
    void commit() {}

    @Override
    boolean publish() {
        return false;
    }

    private static long rows(List<ChunkReceipt> receipts) {
        return receipts.stream().mapToLong(ChunkReceipt::rows).sum();
    }
}
