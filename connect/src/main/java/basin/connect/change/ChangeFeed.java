package basin.connect.change;

import basin.core.stream.Position;
import java.util.Map;

/// The changes of a source, kept there for us from [#prepare()] on until they are acknowledged.
///
/// Holds nothing open between calls. For any thread; but of one feed there is one reader at a time, in
/// the whole world: the source refuses a second.
///
/// Every method throws [basin.core.problem.ProblemException] if the source cannot be reached or
/// refuses: of kind `TRANSIENT` where it is worth to try again after a while.
public interface ChangeFeed {

    /// Makes sure that from now on no change is missed of the streams that the settings choose and the
    /// source has now; does nothing where that is so already. May wait for transactions under way at
    /// the source.
    ///
    /// To be called before each snapshot that loads a followed stream. Until that snapshot is taken,
    /// nothing must be acknowledged: a reader that is open meanwhile waits with that.
    void prepare();

    /// Opens the feed where it was acknowledged last.
    ///
    /// @param after what each stream's table stands for, by stream name: the position of the snapshot
    ///     it was loaded from, or that of a cut. A stream without an entry is not heard of
    /// @return owned by the caller, who closes it
    /// @throws basin.core.problem.ProblemException also if the source no longer has all that came after
    ///     those positions: the tables then have to be loaded anew
    ChangeReader open(Map<String, Position> after);

    /// Takes away at the source what [#prepare()] made. Does nothing where there is nothing; what
    /// somebody else made and the settings name, stays.
    void remove();
}
