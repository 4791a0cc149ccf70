package basin.connect;

import basin.core.rows.Rows;
import basin.core.stream.ChunkReceipt;

/// The rows of one chunk.
public interface ChunkRows extends Rows {

    /// What is to be kept beside the data: only once [#next()] has returned null, which says that the rows are
    /// complete.
    ///
    /// @throws IllegalStateException before that
    ChunkReceipt receipt();
}
