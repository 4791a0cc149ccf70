package basin.core.rows;

import org.jspecify.annotations.Nullable;

/// Rows being read, a batch at a time, as fast as their reader asks for them and never faster.
///
/// Used by one thread at a time. Whoever asks for a batch owns it and closes it; closing the rows stops the reading at
/// their origin, also half-way.
public interface Rows extends AutoCloseable {

    /// The columns of every batch.
    Schema schema();

    /// The next batch, with at least one row; null when there are no more.
    ///
    /// @throws basin.core.problem.ProblemException where the origin fails or sends what cannot be understood
    @Nullable
    Batch next();

    /// Stops reading and lets go of the origin. Batches already handed out stay valid.
    @Override
    void close();
}
