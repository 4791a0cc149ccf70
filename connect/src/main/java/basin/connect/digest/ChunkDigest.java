package basin.connect.digest;

import java.util.Map;

/// The sums of the rows of one chunk.
///
/// @param pieces by the number of the piece; pieces without a row need not be there
/// @param unfit how many rows have no place in the stream's schema, and so neither in a piece: a load puts them into
///     quarantine
public record ChunkDigest(Map<Integer, PieceDigest> pieces, long unfit) {

    public ChunkDigest {
        pieces = Map.copyOf(pieces);
    }
}
