package basin.connect.postgres.snapshot;

import basin.connect.postgres.catalog.Relation;
import basin.connect.postgres.plan.PlannedStream;
import basin.core.stream.Chunk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts tables into runs of pages.
///
/// The cuts lie on a grid whose width is a power of two, so that a table has the same chunks in another attempt,
/// except for those it has grown by. Its size is measured after the snapshot was taken: rows that the snapshot
/// sees lie in pages that are there, so the last chunk needs no open end.
///
/// @param blockSize bytes of a page
/// @param chunkBytes about what a chunk is to have
/// @param findsPages whether the server goes to a run of pages directly, as it does since version 14; otherwise
///     each piece would cost a scan of the whole table, which is then one chunk
record ChunkPlanner(int blockSize, long chunkBytes, boolean findsPages) {

    private static final int SERVER_VERSION_FINDING_PAGES = 14;

    /// The main file, and everything with what was moved out of it because it was large.
    private static final String SIZES = "select pg_relation_size(?), pg_table_size(?)";

    ChunkPlanner(ExportedSnapshot snapshot, long chunkBytes) {
        this(snapshot.blockSize(), chunkBytes, snapshot.version() >= SERVER_VERSION_FINDING_PAGES);
    }

    /// The chunks of a stream.
    ///
    /// @param connection where sizes are asked for
    /// @param parts those of the stream's that are to be read
    /// @param condition which rows are wanted, as SQL; null for all
    List<Piece> pieces(Connection connection, PlannedStream stream, List<Relation> parts, @Nullable String condition)
            throws SQLException {
        List<Piece> pieces = new ArrayList<>();
        for (Relation part : parts) {
            if (part.kind().isStored()) {
                addStored(pieces, connection, stream, part, condition);
            } else {
                pieces.add(new Piece(new Chunk(label(stream, part) + ":all", 0), part, null, condition));
            }
        }
        return pieces;
    }

    private void addStored(
            List<Piece> pieces, Connection connection, PlannedStream stream, Relation part, @Nullable String condition)
            throws SQLException {
        long mainBytes;
        long allBytes;
        try (PreparedStatement statement = connection.prepareStatement(SIZES)) {
            statement.setLong(1, part.oid());
            statement.setLong(2, part.oid());
            try (ResultSet sizes = statement.executeQuery()) {
                sizes.next();
                mainBytes = sizes.getLong(1);
                allBytes = sizes.getLong(2);
            }
        }
        if (mainBytes == 0) {
            return;
        }
        long pages = mainBytes / blockSize;
        long bytesPerPage = Math.max(blockSize, allBytes / pages);
        if (!findsPages || !part.hasVisiblePlaces()) {
            pieces.add(new Piece(new Chunk(label(stream, part) + ":all", allBytes), part, null, condition));
            return;
        }
        long width = nearestPowerOfTwo(chunkBytes / bytesPerPage);
        for (long from = 0; from < pages; from += width) {
            String id = label(stream, part) + ":" + from + "-" + (from + width);
            long weight = Math.min(width, pages - from) * bytesPerPage;
            pieces.add(new Piece(new Chunk(id, weight), part, new Piece.Pages(from, from + width), condition));
        }
    }

    /// The nearest one, rather than the one below: a table's size always is a little more than that of its pages.
    private static long nearestPowerOfTwo(long number) {
        return Math.max(1, Long.highestOneBit(number + number / 2));
    }

    /// A table in another schema than its stream's is called by both of its names.
    static String label(PlannedStream stream, Relation part) {
        boolean sameSchema =
                part.name().schema().equals(stream.stream().origin().schema());
        return sameSchema ? part.name().name() : part.name().toString();
    }
}
