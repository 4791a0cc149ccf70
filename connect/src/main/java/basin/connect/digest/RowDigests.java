package basin.connect.digest;

import basin.connect.Stream;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.Chunk;
import basin.core.stream.Position;
import java.util.Collection;
import java.util.List;

/// What a [basin.connect.SourceSnapshot] can do besides, if its source computes digests itself.
///
/// Reads chunks that [basin.connect.SourceSnapshot#chunks] gave for all rows of the stream, by any of several threads
/// and within the same number of readers. Problems are those of reading a chunk.
public interface RowDigests {

    /// The columns of [#rows]: the two numbers of a row's key, and of the row.
    Schema COLUMNS = Schema.of(
            Field.required("key_high", Type.Primitive.LONG),
            Field.required("key_low", Type.Primitive.LONG),
            Field.required("row_high", Type.Primitive.LONG),
            Field.required("row_low", Type.Primitive.LONG));

    /// The sums of a chunk's rows. No rows are transferred.
    ///
    /// @param pieces into how many pieces the rows of the stream are dealt out
    ChunkDigest digest(Stream stream, Chunk chunk, int pieces);

    /// The digests of the rows of a chunk that belong to some of its pieces. Of other rows with a key no more is
    /// looked at than that.
    ///
    /// @param pieces as for [#digest]
    /// @param wanted numbers of pieces
    /// @return rows of [#COLUMNS], closed by the caller in the thread that reads them
    Rows rows(Stream stream, Chunk chunk, int pieces, Collection<Integer> wanted);

    /// The rows of a chunk that have one of some digests; each once, however often it is there.
    ///
    /// @param wanted some tens, for people to look at
    List<ShownRow> show(Stream stream, Chunk chunk, Collection<KeyedDigest> wanted);

    /// What has happened at the source between a position and now. It never says [Movement#NONE] without knowing.
    Movement since(Stream stream, Position then);
}
