package basin.app.cli;

import basin.app.workplace.Workplace;

/// One thing that can be asked for. A command is a class with picocli's `@Command`, whose `name`, `header` and
/// `description` become its help, and whose `footer` shows examples; its options and parameters are fields that
/// are set before it is run. It is run once.
public interface Command {

    /// Does what was asked for.
    ///
    /// @param workplace the project and everything opened for it, each at its first use; belongs to the caller
    /// @throws basin.core.problem.ProblemException with everything the user has to know
    Answer run(Workplace workplace);
}
