package basin.run.verify;

import basin.core.problem.Problem;
import java.util.List;

/// What came of comparing a source with the lake.
///
/// @param verdicts the tables that were compared, by name
/// @param problems why others could not be; empty if all were
public record VerifyReport(List<TableVerdict> verdicts, List<Problem> problems) {

    public VerifyReport {
        verdicts = List.copyOf(verdicts);
        problems = List.copyOf(problems);
    }

    /// Whether the lake is proven to hold what the source holds.
    public boolean agrees() {
        return problems.isEmpty() && verdicts.stream().allMatch(TableVerdict::agrees);
    }

    /// How many rows differ, in all tables together.
    public long differences() {
        return verdicts.stream()
                .mapToLong(verdict -> verdict.differences().count())
                .sum();
    }
}
