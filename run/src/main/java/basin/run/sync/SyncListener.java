package basin.run.sync;

import basin.connect.Discovery;
import basin.core.problem.Problem;

/// Told what a sync does while it does it. Called from several threads; must return at once and not throw.
public interface SyncListener {

    /// A stream that will be read.
    ///
    /// @param rows  about how many rows are left to read; -1 if nobody knows
    /// @param bytes about how many bytes those are in the source; -1 if nobody knows
    void planned(String stream, long rows, long bytes);

    /// Something in the source that is not read, and why.
    void skipped(Discovery.Skipped skipped);

    /// So much of the stream was kept from an interrupted load.
    void resumed(String stream, long rows, long bytes);

    /// So much more of the stream has been read.
    void read(String stream, long rows, long bytes);

    /// So many changes of a stream that was loaded before have landed.
    void changed(String stream, long changes);

    /// The stream is in the lake and can be queried.
    void landed(StreamReport report);

    /// The stream stopped; its table is as it was before, and what was read is kept for the next attempt.
    void failed(String stream, Problem problem);
}
