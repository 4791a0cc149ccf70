package basin.model.document;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import org.jspecify.annotations.Nullable;

/// What was found while a project was read: mistakes, which keep it from running, and remarks, which do not.
///
/// For one thread.
///
/// @param mistakes what must be corrected
/// @param remarks what dbt would warn of
public record Findings(Problems mistakes, Problems remarks) {

    /// Nothing was found yet.
    public Findings() {
        this(new Problems(), new Problems());
    }

    /// Something must be corrected.
    ///
    /// @param remedy null if it is evident
    public void mistake(String what, Place place, @Nullable String remedy) {
        mistakes.add(Problem.wrong(what, place).advise(remedy));
    }

    /// Something is worth a word.
    ///
    /// @param remedy null if it is evident
    public void remark(String what, Place place, @Nullable String remedy) {
        remarks.add(Problem.wrong(what, place).advise(remedy));
    }

    /// Keeps what others found.
    public void addAll(Findings others) {
        mistakes.addAll(others.mistakes.inReadingOrder());
        remarks.addAll(others.remarks.inReadingOrder());
    }
}
