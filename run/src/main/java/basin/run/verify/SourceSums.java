package basin.run.verify;

import basin.connect.digest.ChunkDigest;
import basin.connect.digest.PieceDigest;
import java.util.HashMap;
import java.util.Map;

/// The sums of the source, growing chunk by chunk: of many chunks no more is kept than of one. For any thread.
final class SourceSums {

    private final Map<Integer, PieceDigest> pieces = new HashMap<>();
    private long unfit;

    synchronized void add(ChunkDigest chunk) {
        chunk.pieces().forEach((number, piece) -> pieces.merge(number, piece, PieceDigest::plus));
        unfit += chunk.unfit();
    }

    /// The sums of what was added.
    synchronized ChunkDigest total() {
        return new ChunkDigest(pieces, unfit);
    }
}
