package basin.connect.change;

import basin.connect.Quarantine;
import basin.connect.RejectedRow;
import basin.connect.Stream;
import basin.core.problem.Problem;
import basin.core.rows.Batch;
import java.util.Map;

/// Takes what a [ChangeReader] reads, in its thread. What it throws ends the reading.
///
/// All calls for one stream come in the order in which things happened; batches of different streams
/// come as they fill up, so that only what came until the end of a cut belongs together.
public interface ChangeSink extends Quarantine {

    /// Changes of a stream.
    ///
    /// @param stream as it was then: in the first call for a stream it may have other columns than in a
    ///     snapshot
    /// @param batch rows of [basin.core.stream.ChangeSchema#of], at least one; closed by the sink, in any thread
    void changes(Stream stream, Batch batch);

    /// The stream has other columns from here on: all changes before were handed over with the old
    /// ones.
    ///
    /// @param before as it was
    /// @param after as it is now, under the same name
    /// @param renames the old name of each column that has a new one, by its new name. A column that is
    ///     in neither was added or dropped
    void altered(Stream before, Stream after, Map<String, String> renames);

    /// The stream cannot be followed from here on: its table has to be loaded anew, after another
    /// [ChangeFeed#prepare()]. The reader hands over no more of it, and does not know of this when it
    /// is opened again: the sink has to keep it, at the latest with the cut.
    ///
    /// @param why its place is the table
    void discontinued(Stream stream, Problem why);

    /// A row that its stream's table cannot hold as it is now. Among the changes a delete stands for
    /// it, since the table cannot keep the row as it was before, either.
    ///
    /// @param row its [RejectedRow#chunk()] is the `_position` of the change
    @Override
    void reject(RejectedRow row);
}
