package basin.run.verify;

import basin.core.problem.Problem;

/// Told what a comparison does while it does it. Called from several threads; must return at once and not throw.
public interface VerifyListener {

    /// A stream that will be compared.
    ///
    /// @param rows  about how many rows the source has; -1 if nobody knows
    /// @param bytes about how many bytes those are in the source; -1 if nobody knows
    void planned(String stream, long rows, long bytes);

    /// So much more of the stream has been summed up at the source.
    void summed(String stream, long rows, long bytes);

    /// The stream has been compared.
    void compared(TableVerdict verdict);

    /// The stream cannot be compared.
    void failed(String stream, Problem problem);
}
