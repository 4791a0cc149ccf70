package basin.connect.digest;

import java.math.BigInteger;

/// The sums of the rows of one piece, or of those that lie in one chunk.
///
/// @param rows how many there are
/// @param high the sum of [RowDigest#high()]
/// @param low the sum of [RowDigest#low()]
public record PieceDigest(long rows, BigInteger high, BigInteger low) {

    /// That of a piece without rows.
    public static final PieceDigest NONE = new PieceDigest(0, BigInteger.ZERO, BigInteger.ZERO);

    /// That of the rows of both.
    public PieceDigest plus(PieceDigest other) {
        return new PieceDigest(rows + other.rows, high.add(other.high), low.add(other.low));
    }
}
