package basin.connect;

import basin.core.stream.Chunk;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One consistent view of a source: whatever is read from it, by however many readers, stands as it stood in one
/// instant.
///
/// The order of calls for each stream: [#discontinuity], [#chunks], then [#stillHolds] for what an
/// interrupted load has kept, then [#read] for the other chunks. Streams are independent of each other: one
/// that fails leaves the others readable.
///
/// For several threads at once, [#readers()] of them reading. Every method throws
/// [basin.core.problem.ProblemException] whose place is the table when only that table is concerned, and the
/// service when the whole view is lost: of kind `TRANSIENT` where a new snapshot can be expected to do better.
public interface SourceSnapshot extends AutoCloseable {

    /// The streams in this view, and what was left out.
    Discovery discovery();

    /// How far the stream is read once all of its chunks are: to be kept together with that data, and given
    /// back to [#chunks] of a later snapshot.
    Position position(Stream stream);

    /// Why what is new since an earlier position is not all that is different, so that the stream has to be
    /// read in full once more: its table was replaced by another, for example.
    ///
    /// @param after as in [#chunks]
    /// @return the reason, which continues "since"; empty if [#chunks] can go on from there. Only one that is
    ///     [Stream.Mode#INCREMENTAL] has any
    Optional<String> discontinuity(Stream stream, Position after);

    /// The pieces in which the stream is read; together they hold each row once. None if there is nothing
    /// (new) to read.
    ///
    /// @param after the position kept with the data that is already there; null for everything. Only a stream that
    ///     is [Stream.Mode#INCREMENTAL] looks at it
    /// @throws basin.core.problem.ProblemException also where there is a [#discontinuity]
    List<Chunk> chunks(Stream stream, @Nullable Position after);

    /// Whether rows read earlier, under another snapshot, are exactly the rows that the chunk holds in this
    /// one, so that it need not be read again. False in doubt, and for a chunk that [#chunks] did not give.
    ///
    /// Cheap next to reading: no rows are transferred.
    boolean stillHolds(Stream stream, ChunkReceipt receipt);

    /// Starts reading a chunk. The caller closes the rows, in the thread that reads them.
    ///
    /// @param chunk one of those that [#chunks] gave for the stream
    /// @param quarantine told of each row that has no place in the stream's schema, in the thread that reads
    ChunkRows read(Stream stream, Chunk chunk, Quarantine quarantine);

    /// How many chunks may be read at the same time; one more waits until another's rows are closed, and so do
    /// the other questions about a stream.
    int readers();

    /// Ends the view. Readings under way end with a problem in their own threads, so that this also cancels a
    /// load. Does not throw; further calls do nothing.
    @Override
    void close();
}
