package basin.core.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects problems, so that all mistakes of a project are reported at once. The same problem found twice is kept
/// once.
///
/// For one thread.
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    /// Keeps a problem for the report.
    public void add(Problem problem) {
        found.add(problem);
    }

    /// Keeps several problems for the report.
    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /// Whether nothing is wrong so far.
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /// How many different problems were found so far.
    public int size() {
        return found.size();
    }

    /// What was found so far, in the order in which one reads: by file, line and column.
    public List<Problem> inReadingOrder() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::place, Place.READING_ORDER))
                .toList();
    }

    /// Ends the search: returns if nothing is wrong.
    ///
    /// @throws ProblemException with everything found
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(inReadingOrder());
        }
    }
}
