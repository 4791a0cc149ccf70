package basin.app.build;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a build leaves behind beside tables: its journal, SQL, artifacts. Where one of them cannot be written, what was
/// built is built all the same; the problem is told with the others at the end, once.
///
/// For any thread.
final class Leavings {
    private final Set<Problem> problems = new LinkedHashSet<>();

    /// Writes something, or notes why it could not.
    void write(Runnable writing) {
        try {
            writing.run();
        } catch (ProblemException e) {
            synchronized (this) {
                problems.addAll(e.problems());
            }
        }
    }

    /// Why some of it could not be written.
    synchronized List<Problem> problems() {
        return new ArrayList<>(problems);
    }
}
