package basin.connect;

/// A system that rows flow in from.
///
/// Made from its settings without touching the system: the first call that needs it connects. Holds nothing open
/// between calls. For any thread.
public interface Source {

    /// What can be read, as it stands now: for showing and checking. What a load reads it asks its snapshot.
    ///
    /// @throws basin.core.problem.ProblemException if the system cannot be reached, refuses, or has nothing of what
    ///     the settings name; all such problems at once where more than one can be seen
    Discovery discover();

    /// Opens one consistent view of everything that is to be read, which stays as it is while the system goes on.
    ///
    /// @return owned by the caller, who closes it
    /// @throws basin.core.problem.ProblemException as [#discover()]
    SourceSnapshot snapshot();
}
