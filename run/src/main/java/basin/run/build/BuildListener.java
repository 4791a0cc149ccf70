package basin.run.build;

/// Hears of a build as it goes.
///
/// Called by one thread at a time, though not always by the same.
public interface BuildListener {

    /// A step has its turn.
    ///
    /// @param index counts the steps from 1 in the order of their turns
    /// @param total how many steps the plan has
    void started(Step step, int index, int total);

    /// A step has ended, or was left out.
    ///
    /// @param index the one it started with; that of its turn for one that was left out
    void ended(StepResult result, int index, int total);
}
