package basin.connect.postgres.snapshot;

import basin.connect.postgres.plan.PlannedColumn;
import basin.connect.postgres.plan.PlannedStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What has to be the same for the rows of a chunk to be the same, beside the rows themselves.
///
/// @param history of the server: see [ExportedSnapshot#history()]
/// @param fileNode where the table's rows are
/// @param shape a digest of the columns, of how they are read and what their values are called, and of the
///     table's identity
/// @param xids what the snapshot saw under which it was read
record Evidence(String history, long fileNode, String shape, Xids xids) {

    private static final int SHAPE_BYTES = 16;

    static Evidence of(ExportedSnapshot snapshot, PlannedStream stream, Piece piece) {
        return new Evidence(snapshot.history(), piece.relation().fileNode(), shape(stream, piece), snapshot.xids());
    }

    /// Reads what [#toString()] wrote; null for anything else.
    static @Nullable Evidence parse(String text) {
        String[] words = text.split(" ");
        if (words.length != 4) {
            return null;
        }
        try {
            return new Evidence(words[0], Long.parseLong(words[1]), words[2], new Xids(words[3]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Whether rows can be compared that were read under the one and stand under the other.
    boolean isComparableWith(Evidence later) {
        return history.equals(later.history)
                && fileNode == later.fileNode
                && shape.equals(later.shape)
                && xids.isComparableWith(later.xids);
    }

    @Override
    public String toString() {
        return history + " " + fileNode + " " + shape + " " + xids.text();
    }

    private static String shape(PlannedStream stream, Piece piece) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        digest.update((piece.relation().oid() + " " + piece.source()).getBytes(StandardCharsets.UTF_8));
        for (PlannedColumn column : stream.columns()) {
            String line = "\n" + column.expression() + "\t" + column.wire().type() + "\t"
                    + column.attribute().type().labels() + "\t"
                    + column.attribute().formula();
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, SHAPE_BYTES);
    }
}
