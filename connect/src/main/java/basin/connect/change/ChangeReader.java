package basin.connect.change;

import basin.core.stream.Position;
import java.time.Duration;

/// Reads the changes of a source, a cut at a time.
///
/// [#read] is for one thread, the other methods for any.
///
/// Every method but [#close()] throws [basin.core.problem.ProblemException]: whose place is the service
/// when the connection is lost, of kind `TRANSIENT` if a new reader can be expected to do better. A
/// reader that has thrown from [#read] is of no further use but to be closed; what it handed over since
/// the last cut came to no end and must not be kept. What concerns one stream alone is not thrown but
/// told to the sink, see [ChangeSink#discontinued].
public interface ChangeReader extends AutoCloseable {

    /// Reads for about that time, or until about so many rows have come, and on to the end of the
    /// transaction it is in. What was handed over until it returns is whole transactions, in bounded
    /// memory, however large they are.
    ///
    /// @param time how long to read, at most, unless a transaction takes longer
    /// @param rows how many changes to read, at most, unless a transaction has more
    /// @param sink told of everything, in this thread, before this method returns
    Cut read(Duration time, long rows, ChangeSink sink);

    /// Everything up to there is safe: the source may forget it. Takes effect within a [#read].
    ///
    /// @param position that of a cut of this reader; earlier ones than one acknowledged before have no
    ///     effect
    void acknowledge(Position position);

    /// How far the source is ahead. Asks the source.
    Lag lag();

    /// The position where the source stands now: a reader that has reached it has read all that was
    /// committed before this call. Asks the source.
    Position head();

    /// Whether everything up to a position has been read: that of a cut, of a snapshot, or a [#head()].
    boolean hasReached(Position position);

    /// Ends the reading; what was acknowledged last is told to the source before, if it still answers.
    /// Also ends a [#read] under way in another thread, with a problem. Does not throw; further calls
    /// do nothing.
    @Override
    void close();
}
